//! What takes minutes.

use e2e::{Engine, Key};

use super::notes;

#[test]
fn keys_change_everything_that_a_pointer_changes() {
    let page = notes("lang=en");
    page.run("await openAll(true);");
    // Each slider and each choice answers to an arrow, each checkbox to the space bar.
    let stops: usize = page.read("stops().length").parse().unwrap_or_default();
    assert!(stops > 20, "{stops}");
    let value = "(stop.type === 'checkbox' ? stop.checked : stop.value)";
    for index in 0..stops {
        let kind = page.read(&format!(
            "(() => {{
               window.stop = stops()[{index}];
               if (!stop?.matches('input[type=range], select, input[type=checkbox]')) return '';
               stop.focus();
               window.before = {value};
               return stop.localName === 'select' ? 'select' : stop.type;
             }})()"
        ));
        // At one end of its range only the other arrow does anything.
        let keys = match kind.as_str() {
            "range" => [Key::Left, Key::Right],
            "checkbox" => [Key::Space; 2],
            // The others open the list of a choice in a window that no driver reaches.
            "select" if page.engine() == Engine::Chromium => [Key::Down, Key::Up],
            _ => continue,
        };
        let changed = format!("({value} !== before)");
        for key in keys {
            page.press(&[key]);
            if page.read(&changed) == "true" {
                break;
            }
        }
        assert_eq!(
            page.read(&changed),
            "true",
            "{}",
            page.read("stop.outerHTML")
        );
        page.run("await show('');");
    }
}
