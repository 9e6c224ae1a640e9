"""Walks a pack from a file of answers, and prints where that leads."""

import json
from pathlib import Path
from typing import Any

import click

from guidance_app.core.pack import Pack
from guidance_app.core.refusal import Refusal
from guidance_app.core.walk import Standing, Walk, stand
from guidance_app.desk.desk import Desk
from guidance_app.desk.rehearsal import Rehearsal, rehearse

from . import paper
