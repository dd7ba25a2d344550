"""Task lists: the workbook of who must do what by when, and how it is kept up to date."""
