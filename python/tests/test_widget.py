"""What can be seen of the widget without a browser; JupyterLab is one of the tested hosts."""

import pathlib
import unittest

import descent_widget
from descent_widget import DescentWidget


class TheWidget(unittest.TestCase):
    def test_settings_are_traits_that_travel(self):
        figure = DescentWidget(optimizers="sgd momentum", loss_scale="linear", steps=40)
        state = figure.get_state()
        self.assertEqual(state["optimizers"], "sgd momentum")
        self.assertEqual(state["loss_scale"], "linear")
        self.assertEqual(state["steps"], 40)
        self.assertIsNone(state["surface"])

    def test_numbers_in_a_row_become_text(self):
        self.assertEqual(DescentWidget(start=(-7, 2)).start, "-7 2")

    def test_a_setting_that_is_none_is_named(self):
        with self.assertRaisesRegex(TypeError, "'learning_rate'"):
            DescentWidget(learning_rate=0.1)

    def test_a_choice_that_is_none_is_refused(self):
        with self.assertRaises(Exception):
            DescentWidget(loss_scale="square")

    def test_the_picture_joins_the_output(self):
        figure = DescentWidget()
        data, _ = figure._bundle()
        self.assertIn("application/vnd.jupyter.widget-view+json", data)
        self.assertNotIn("image/svg+xml", data)
        figure.svg = "<svg/>"
        data, _ = figure._bundle()
        self.assertEqual(data["image/svg+xml"], "<svg/>")

    def test_the_module_is_in_the_package(self):
        module = pathlib.Path(descent_widget.__file__).parent / "static" / "descent-widget.js"
        self.assertIn("descent-widget", module.read_text(encoding="utf-8"))


if __name__ == "__main__":
    unittest.main()
