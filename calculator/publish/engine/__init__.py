"""What the browser runs: Pyodide trimmed, our modules as bytecode, compressed copies, budgets.

The rest of ``publish`` and ``build_site.py`` import it. It never imports the other rooms.
"""
