python -m pytest -q tests/rooms/interventions/test_calmocatib.py
