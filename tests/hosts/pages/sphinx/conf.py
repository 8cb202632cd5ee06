project = "Notes"
extensions = ["myst_parser"]
html_theme = "furo"
html_theme_options = {"navigation_with_keys": True}
html_static_path = ["_static"]
html_js_files = [("descent-widget.js", {"type": "module"})]
