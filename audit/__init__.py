"""What readers' browsers and validators say of the public pages: `make audit`."""
