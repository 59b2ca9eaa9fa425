"""Write the OpenAPI file of the API to standard output: `python -m osteon.web`."""

from __future__ import annotations

import json
import sys

from osteon.web.app import application

json.dump(application("").openapi(), sys.stdout, indent=2)
