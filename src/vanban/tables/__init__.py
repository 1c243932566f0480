"""What do the columns and rows of a task table say, whether it came as a table or flattened into lines?"""
