//! Long lists of which only the part in sight is built.
//!
//! Rows have one fixed height, so what is in sight follows from how far the list is scrolled.

use leptos::html;
use leptos::prelude::*;
use std::hash::Hash;
use std::ops::Range;
use std::sync::atomic::{AtomicU32, Ordering};

/// Rows built above and below those in sight, so that a quick scroll shows no gap.
const SPARE_ROWS: usize = 4;

/// The same for a list that rests at its top, as most do: the first move of a finger is shorter
/// than a row, and what is not built need not be styled, laid out or painted.
const SPARE_AT_REST: usize = 1;

/// The height taken for the first list until it has been measured, in pixels.
const LIKELY_HEIGHT: u32 = 700;

/// The height of the list that was measured last: the next one is likely as high, and then
/// nothing is built that has to be taken away again.
static LAST_HEIGHT: AtomicU32 = AtomicU32::new(LIKELY_HEIGHT);

/// Which rows of `count` to build in a list of `height` pixels scrolled down by `scrolled`
/// pixels, when each row is `row_height` pixels high.
pub fn visible_rows(count: usize, row_height: f64, scrolled: f64, height: f64) -> Range<usize> {
    if row_height <= 0.0 {
        return 0..count;
    }
    let in_sight = (height / row_height).ceil().max(0.0) as usize + 1;
    let above = (scrolled / row_height).floor().max(0.0) as usize;
    let spare = if scrolled <= 0.0 { SPARE_AT_REST } else { SPARE_ROWS };
    let first = above.min(count.saturating_sub(in_sight)).saturating_sub(spare);
    let end = above.saturating_add(in_sight + spare).min(count);
    first..end
}

/// Where an element that scrolls is: how far it is scrolled, and how high it is.
#[derive(Clone, Copy)]
pub(super) struct Sight {
    /// The element that scrolls.
    pub scroller: NodeRef<html::Div>,
    place: RwSignal<(f64, f64)>,
}

impl Sight {
    /// Follows an element for as long as the calling component lives.
    pub(super) fn of(scroller: NodeRef<html::Div>) -> Sight {
        let sight = Sight {
            scroller,
            place: RwSignal::new((0.0, f64::from(LAST_HEIGHT.load(Ordering::Relaxed)))),
        };
        Effect::new(move |_| {
            sight.scroller.track();
            sight.measure();
        });
        let resized = window_event_listener(leptos::ev::resize, move |_| sight.measure());
        on_cleanup(move || resized.remove());
        sight
    }

    /// How far it is scrolled down and how high it is, in pixels.
    pub(super) fn get(self) -> (f64, f64) {
        self.place.get()
    }

    /// Looks where the element is now.
    pub(super) fn measure(self) {
        let scroller = self.scroller.try_get_untracked().flatten();
        if let Some(scroller) = scroller {
            let height = scroller.client_height();
            let place = (f64::from(scroller.scroll_top()), f64::from(height));
            if 0 < height {
                LAST_HEIGHT.store(height.unsigned_abs(), Ordering::Relaxed);
            }
            if self.place.try_get_untracked().is_some_and(|it| it != place) {
                self.place.try_set(place);
            }
        }
    }
}

/// Whether the page is being printed: paper does not scroll.
fn is_printed() -> ReadSignal<bool> {
    let (is_printed, print) = signal(false);
    let before = window_event_listener_untyped("beforeprint", move |_| print.set(true));
    let after = window_event_listener_untyped("afterprint", move |_| print.set(false));
    on_cleanup(move || {
        before.remove();
        after.remove();
    });
    is_printed
}

/// What is in sight of a list that scrolls.
#[derive(Clone, Copy)]
pub(super) struct Window {
    /// The element that scrolls.
    pub scroller: NodeRef<html::Div>,
    /// The rows to build.
    pub rows: Memo<Range<usize>>,
    sight: Sight,
}

impl Window {
    /// Follows a list of `count` rows, each `row_height` pixels high.
    pub(super) fn new(count: Signal<usize>, row_height: u32) -> Window {
        let sight = Sight::of(NodeRef::new());
        let is_printed = is_printed();
        let rows = Memo::new(move |_| {
            if is_printed.get() {
                return 0..count.get();
            }
            let (scrolled, height) = sight.get();
            visible_rows(count.get(), f64::from(row_height), scrolled, height)
        });
        Window { scroller: sight.scroller, rows, sight }
    }

    /// Looks where the list is now.
    pub(super) fn measure(self) {
        self.sight.measure();
    }
}

/// Whether Tab stops at the controls of the row being built: at one row of each list, the one that
/// had the focus last or what now stands in its place. Arrows are the way to the others.
#[derive(Clone, Copy)]
pub struct TabStop(Signal<bool>);

impl TabStop {
    /// The stop of the row that the calling component belongs to.
    pub fn of_row() -> TabStop {
        use_context().unwrap_or(TabStop(Signal::stored(true)))
    }

    /// A stop at which Tab stops while this holds, for rows that are in no list of this file.
    pub fn when(holds: Signal<bool>) -> TabStop {
        TabStop(holds)
    }

    /// The `tabindex` of a control.
    pub fn tabindex(self) -> &'static str {
        if self.0.get() { "0" } else { "-1" }
    }
}

/// Which row of a list Tab stops at, as rows come and go; `None` for a list without rows.
pub fn stop_in_sight(wanted: usize, rows: Range<usize>) -> Option<usize> {
    (!rows.is_empty()).then(|| wanted.clamp(rows.start, rows.end - 1))
}

/// A list that scrolls and builds only the rows in sight. Give the element around it a height.
#[component]
pub fn WindowedList<K>(
    /// What the list holds, for screen readers.
    #[prop(into)]
    label: Signal<String>,
    /// The rows, by name, in the order to show.
    #[prop(into)]
    ids: Signal<Vec<K>>,
    /// The height of a row with its gap, in pixels.
    row_height: u32,
    /// Builds a row.
    #[prop(into)]
    row: Callback<K, AnyView>,
    /// Whether each row has a control that keeps to its [`TabStop`], so that Tab need not stop at
    /// the list itself.
    #[prop(optional)]
    roving: bool,
) -> impl IntoView
where
    K: Clone + Eq + Hash + Send + Sync + 'static,
{
    let count = Signal::derive(move || ids.read().len());
    let window = Window::new(count, row_height);
    let in_sight = move || {
        let ids = ids.read();
        ids.get(window.rows.get()).map(<[K]>::to_vec).unwrap_or_default()
    };
    let wanted = RwSignal::new(0);
    let wrapped = move |place: ReadSignal<usize>, id: K| {
        let number = Signal::derive(move || window.rows.get().start + place.get());
        provide_stop(window, wanted, number);
        let row = row.run(id);
        row_frame(count, number, row_height, move || wanted.set(number.get_untracked()), row)
    };
    view! {
        <div
            class="window"
            tabindex=if roving { "-1" } else { "0" }
            role="group"
            aria-label=label
            node_ref=window.scroller
            on:scroll=move |_| window.measure()
        >
            <div
                class="window__rows"
                role="list"
                style:block-size=move || pixels(count.get() * row_height as usize)
                style:padding-block-start=move || pixels(window.rows.get().start * row_height as usize)
            >
                <ForEnumerate each=in_sight key=Clone::clone children=wrapped />
            </div>
        </div>
    }
}

fn provide_stop(window: Window, wanted: RwSignal<usize>, number: Signal<usize>) {
    provide_context(TabStop(Signal::derive(move || {
        stop_in_sight(wanted.get(), window.rows.get()) == Some(number.get())
    })));
}

fn row_frame(
    count: Signal<usize>,
    number: Signal<usize>,
    row_height: u32,
    on_focus: impl Fn() + 'static,
    row: AnyView,
) -> impl IntoView {
    view! {
        <div
            class="window__row"
            role="listitem"
            aria-setsize=move || count.get().to_string()
            aria-posinset=move || (number.get() + 1).to_string()
            style:block-size=pixels(row_height as usize)
            on:focusin=move |_| on_focus()
        >
            {row}
        </div>
    }
}

/// A length for a style.
pub fn pixels(length: usize) -> String {
    let mut text = length.to_string();
    text.push_str("px");
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(count: usize, scrolled: f64, expect: Range<usize>) {
        assert_eq!(
            visible_rows(count, 50.0, scrolled, 500.0),
            expect,
            "{count} rows at {scrolled}"
        );
    }

    fn check_stop(wanted: usize, rows: Range<usize>, expect: Option<usize>) {
        assert_eq!(stop_in_sight(wanted, rows.clone()), expect, "{wanted} of {rows:?}");
    }

    #[test]
    fn tab_stops_at_the_row_that_had_the_focus_or_at_the_nearest_that_is_built() {
        check_stop(7, 3..20, Some(7));
        check_stop(0, 3..20, Some(3));
        check_stop(40, 3..20, Some(19));
        check_stop(0, 0..0, None);
    }

    #[test]
    fn the_top_is_built_with_a_spare_row_until_it_moves() {
        check(10_000, 0.0, 0..12);
        check(10_000, 1.0, 0..15);
    }

    #[test]
    fn the_middle_has_spare_rows_on_both_sides() {
        check(10_000, 5_000.0, 96..115);
    }

    #[test]
    fn the_end_stops_at_the_last_row() {
        check(100, 4_500.0, 83..100);
    }

    #[test]
    fn a_list_that_became_short_is_still_filled() {
        check(5, 9_000.0, 0..5);
        check(0, 9_000.0, 0..0);
    }

    #[test]
    fn a_list_pulled_beyond_its_top_begins_at_the_top() {
        check(10_000, -80.0, 0..12);
    }
}
