"""`make bench`: searching measured in headless Chromium; with --others side by side with Material's plugin and Pagefind."""
