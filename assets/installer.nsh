; Offers Postwright among the programs that open markdown, and leaves the one that opens it now.

!macro eachExtension _call
  !insertmacro ${_call} ".md"
  !insertmacro ${_call} ".markdown"
  !insertmacro ${_call} ".mdx"
!macroend

!macro offerFor _extension
  WriteRegStr SHCTX "Software\Classes\${_extension}\OpenWithProgids" "Postwright.Markdown" ""
  WriteRegStr SHCTX "Software\Classes\Applications\${APP_EXECUTABLE_FILENAME}\SupportedTypes" "${_extension}" ""
!macroend

!macro withdrawFrom _extension
  DeleteRegValue SHCTX "Software\Classes\${_extension}\OpenWithProgids" "Postwright.Markdown"
!macroend

!macro customInstall
  WriteRegStr SHCTX "Software\Classes\Postwright.Markdown" "" "Markdown post"
  WriteRegStr SHCTX "Software\Classes\Postwright.Markdown" "AppUserModelID" "${APP_ID}"
  WriteRegStr SHCTX "Software\Classes\Postwright.Markdown\DefaultIcon" "" "$INSTDIR\${APP_EXECUTABLE_FILENAME},0"
  WriteRegStr SHCTX "Software\Classes\Postwright.Markdown\shell\open\command" "" '"$INSTDIR\${APP_EXECUTABLE_FILENAME}" -- "%1"'
  WriteRegStr SHCTX "Software\Classes\Applications\${APP_EXECUTABLE_FILENAME}\shell\open\command" "" '"$INSTDIR\${APP_EXECUTABLE_FILENAME}" -- "%1"'
  !insertmacro eachExtension offerFor
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, i 0, i 0)'
!macroend

!macro customUnInstall
  !insertmacro eachExtension withdrawFrom
  DeleteRegKey SHCTX "Software\Classes\Postwright.Markdown"
  DeleteRegKey SHCTX "Software\Classes\Applications\${APP_EXECUTABLE_FILENAME}"
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, i 0, i 0)'
!macroend
