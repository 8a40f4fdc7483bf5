"""The language server in a real editor: Neovim with its built-in client, controlled by key strokes.

Works with Neovim of Debian 12 (0.7) and later.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.e2e
pytest.importorskip("pygls", reason="the extra `editor` is not installed")
NEOVIM = shutil.which("nvim")
if NEOVIM is None:
    pytest.skip("no Neovim", allow_module_level=True)

# What the editor does, one step after the other; what it has seen goes into a file as JSON.
STEPS = r"""
local seen = { problems = {} }

local function codes()
  local found = {}
  for _, each in ipairs(vim.diagnostic.get(0)) do
    -- Neovim 0.7 keeps the code with what the server has sent, later ones beside the message.
    found[#found + 1] = each.code or each.user_data.lsp.code
  end
  table.sort(found)
  return found
end

local function wait(what, condition)
  if not vim.wait(20000, condition, 20) then
    seen.problems[#seen.problems + 1] = 'waited in vain for ' .. what
  end
end

local function place_of(code)
  for _, each in ipairs(vim.diagnostic.get(0)) do
    if (each.code or each.user_data.lsp.code) == code then
      return { each.lnum + 1, each.col }, each.end_col
    end
  end
end

local function steps()
  local client = vim.lsp.start_client({
    name = 'reportlint',
    cmd = vim.fn.json_decode(vim.env.SERVER),
    root_dir = vim.fn.getcwd(),
  })
  vim.lsp.buf_attach_client(0, client)
  wait('findings', function() return #vim.diagnostic.get(0) > 0 end)
  seen.opened = codes()
  local cursor, last = place_of('ordinal-gap')
  local line = vim.api.nvim_buf_get_lines(0, cursor[1] - 1, cursor[1], true)[1]
  seen.marker = line:sub(cursor[2] + 1, last)

  -- The person puts the cursor on the finding, asks what can be done, and chooses.
  vim.api.nvim_win_set_cursor(0, cursor)
  seen.offered = {}
  vim.ui.select = function(items, options, choose)
    for _, item in ipairs(items) do
      local title = options.format_item and options.format_item(item) or item[2].title
      seen.offered[#seen.offered + 1] = title
      if title:find('Fix (ordinal-gap)', 1, true) then
        return choose(item)
      end
    end
    choose(nil)
  end
  vim.lsp.buf.code_action()
  wait('the fix', function() return place_of('ordinal-gap') == nil end)
  seen.mended = vim.api.nvim_buf_get_lines(0, 0, -1, true)
  seen.left = codes()

  -- The person fills in the blank, and leaves another.
  vim.cmd([[%s/XX/37/]])
  wait('the blank to be gone', function() return #vim.diagnostic.get(0) == 0 end)
  vim.api.nvim_buf_set_lines(0, -1, -1, true, { '', '明年再修路XX公里（见附件)。' })
  wait('the new blank', function() return place_of('placeholder') ~= nil end)
  seen.typed = place_of('placeholder')

  -- "Format document" mends all that is safe.
  local format = vim.lsp.buf.formatting_sync or vim.lsp.buf.format
  format(nil, 10000)
  seen.formatted = vim.api.nvim_buf_get_lines(0, 0, -1, true)
end

local fine, problem = pcall(steps)
if not fine then
  seen.problems[#seen.problems + 1] = tostring(problem)
end
vim.fn.writefile({ vim.fn.json_encode(seen) }, vim.env.SEEN)
vim.cmd('qall!')
"""

REPORT = "走访随记\n\n今年取缔场所XX家。😀一是抓学习；二是抓作风；四是抓落实。\n"


def _seen(folder: Path) -> Mapping[str, Any]:
    """What Neovim shows after opening a report of this folder."""
    (folder / "a.txt").write_text(REPORT, encoding="utf-8")
    (folder / "steps.lua").write_text(STEPS, encoding="utf-8")
    seen = folder / "seen.json"
    server = [sys.executable, "-P", "-m", "reportlint", "server", "--lang", "en"]
    done = subprocess.run(
        [NEOVIM or "", "--headless", "-u", "NONE", "-i", "NONE", "-n", "a.txt", "-S", "steps.lua"],
        cwd=folder,
        env={
            **os.environ,
            "SERVER": json.dumps(server),
            "SEEN": str(seen),
            "XDG_STATE_HOME": str(folder / "state"),
            "XDG_CACHE_HOME": str(folder / "cache"),
            "LC_ALL": "C.UTF-8",
        },
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert seen.exists(), done.stdout + done.stderr
    content: Mapping[str, Any] = json.loads(seen.read_text(encoding="utf-8"))
    return content


def test_a_report_is_shown_mended_and_typed_in(tmp_path: Path) -> None:
    seen = _seen(tmp_path)
    assert seen["problems"] == []
    assert seen["opened"] == ["ordinal-gap", "placeholder"]
    # Neovim counts bytes: where the marker stands after Han characters and an emoji it says itself.
    assert seen["marker"].startswith("四")
    assert any("Fix (ordinal-gap)" in title for title in seen["offered"])
    assert seen["mended"] == REPORT.replace("四是", "三是").splitlines()
    assert seen["left"] == ["placeholder"]
    assert seen["typed"][0] == 5
    assert seen["formatted"][4] == "明年再修路XX公里（见附件）。"
