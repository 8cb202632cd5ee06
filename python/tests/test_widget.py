"""What can be seen of the widget without a browser; JupyterLab is one of the tested hosts."""

import pathlib
import unittest
import warnings
from unittest import mock
from urllib.parse import parse_qs

import descent_widget
from descent_widget import DescentWidget, _picture


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

    def test_the_picture_needs_no_browser(self):
        svg = DescentWidget(optimizers="sgd nesterov", steps=25, lang="en").to_svg()
        self.assertTrue(svg.startswith("<svg") and svg.rstrip().endswith("</svg>"))
        for word in ("SGD", "Nesterov", "step 25"):
            self.assertIn(word, svg)
        self.assertNotIn("Momentum", svg)

    def test_the_picture_follows_the_settings(self):
        figure = DescentWidget(lang="ja")
        first = figure.to_svg()
        figure.start = (3, -1)
        self.assertNotEqual(figure.to_svg(), first)

    def test_a_network_is_trained_for_its_picture(self):
        figure = DescentWidget(lab="training", iterations=20, lang="en")
        self.assertIn("iteration 20", figure.to_svg())

    def test_a_value_that_is_not_allowed_is_told(self):
        with self.assertWarnsRegex(UserWarning, '^attribute "optimizers": "sgdd"'):
            svg = DescentWidget(optimizers="sgdd").to_svg()
        self.assertIn("<svg", svg)

    def test_what_is_allowed_is_taken_without_a_word(self):
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            DescentWidget(start=(-7, 2), noise=0.25, loss_scale="linear", autoplay=True, turn="-30 25").to_svg()

    def test_the_language_is_that_of_the_machine_where_it_is_known(self):
        known = descent_widget.Settings.lang.values
        for name, language in (("ja_JP", "ja"), ("Korean_Korea", "ko"), ("de_DE", None), (None, None)):
            with mock.patch("locale.getlocale", return_value=(name, "UTF-8")):
                self.assertEqual(_picture.language(known), language)

    def test_settings_travel_as_in_a_link(self):
        query = _picture.query({"loss_scale": "linear", "formula": "x^2+y&z", "steps": 40, "seed": None, "autoplay": True})
        self.assertEqual(parse_qs(query), {"loss-scale": ["linear"], "formula": ["x^2+y&z"], "steps": ["40"]})

    def test_without_its_library_there_is_no_picture_and_no_failure(self):
        with mock.patch.dict("sys.modules", {"wasmtime": None}):
            self.assertEqual(DescentWidget().to_svg(), "")

    def test_the_module_is_in_the_package(self):
        module = pathlib.Path(descent_widget.__file__).parent / "static" / "descent-widget.js"
        self.assertIn("descent-widget", module.read_text(encoding="utf-8"))


if __name__ == "__main__":
    unittest.main()
