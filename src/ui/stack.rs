//! A tall stack of boxes of unlike heights, of which only those in sight are built.
//!
//! A box is told which stretch of it is in sight, so that it can leave out its own rows.

use super::window::{Sight, pixels};
use leptos::html;
use leptos::prelude::*;
use std::hash::Hash;
use std::ops::Range;

/// How far beyond what is in sight boxes and rows are built, in pixels.
const SPARE: f64 = 240.0;

/// A box of a stack: its name and its height in pixels.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StackBox<K> {
    /// The name.
    pub name: K,
    /// The height.
    pub height: u32,
}

/// The part of a box that is in sight, in pixels from its upper edge.
pub type Stretch = (f64, f64);

/// Which rows of `count` lie in a stretch, when each is `row_height` pixels high.
pub fn rows_in(stretch: Stretch, count: usize, row_height: u32) -> Range<usize> {
    let height = f64::from(row_height.max(1));
    let first = (stretch.0 / height).floor().max(0.0) as usize;
    let end = (stretch.1 / height).ceil().max(0.0) as usize;
    first.min(count)..end.clamp(first.min(count), count)
}

/// Which boxes lie in a stretch of the stack, when `edges` are their upper edges and the end of
/// the last.
fn boxes_in(stretch: Stretch, edges: &[u32]) -> Range<usize> {
    let count = edges.len().saturating_sub(1);
    let first = edges.partition_point(|edge| f64::from(*edge) <= stretch.0).saturating_sub(1);
    let end = edges.partition_point(|edge| f64::from(*edge) < stretch.1);
    first.min(count)..end.clamp(first.min(count), count)
}

/// The upper edges of boxes and the end of the last.
fn edges<K>(boxes: &[StackBox<K>]) -> Vec<u32> {
    let mut edges = vec![0];
    let mut at: u32 = 0;
    for it in boxes {
        at = at.saturating_add(it.height);
        edges.push(at);
    }
    edges
}

/// A stack that scrolls both ways, with a head that stays.
#[component]
pub fn WindowedStack<K>(
    /// What the stack holds, for screen readers.
    #[prop(into)]
    label: Signal<String>,
    /// The element that scrolls.
    scroller: NodeRef<html::Div>,
    /// The boxes from top to bottom.
    #[prop(into)]
    boxes: Signal<Vec<StackBox<K>>>,
    /// What stays above them.
    #[prop(into)]
    head: ViewFn,
    /// Builds a box that is told which stretch of it is in sight.
    #[prop(into)]
    item: Callback<(K, Signal<Stretch>), AnyView>,
) -> impl IntoView
where
    K: Clone + Eq + Hash + Send + Sync + 'static,
{
    let sight = Sight::of(scroller);
    let tops = Memo::new(move |_| boxes.with(|boxes| edges(boxes)));
    let seen = Memo::new(move |_| {
        let (scrolled, height) = sight.get();
        (scrolled - SPARE, scrolled + height + SPARE)
    });
    let shown = Memo::new(move |_| boxes_in(seen.get(), &tops.read()));
    let names = move || {
        let boxes = boxes.read();
        let shown = boxes.get(shown.get()).unwrap_or_default();
        shown.iter().map(|it| it.name.clone()).collect::<Vec<_>>()
    };
    let top = move |place: usize| tops.read().get(place).copied().unwrap_or(0);
    let child = move |place: ReadSignal<usize>, name: K| {
        let stretch = Signal::derive(move || {
            let top = f64::from(top(shown.get().start + place.get()));
            let (from, to) = seen.get();
            (from - top, to - top)
        });
        item.run((name, stretch))
    };
    let boxes = view! { <ForEnumerate each=names key=Clone::clone children=child /> }.into_any();
    let above = move || pixels(top(shown.get().start) as usize);
    let whole = move || pixels(tops.read().last().copied().unwrap_or(0) as usize);
    view! {
        <div
            class="stack"
            tabindex="0"
            role="group"
            aria-label=label
            node_ref=scroller
            on:scroll=move |_| sight.measure()
        >
            <div class="stack__wide">
                {head.run()}
                <div
                    class="stack__boxes"
                    style:block-size=whole
                    style:padding-block-start=above
                >
                    {boxes}
                </div>
            </div>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_boxes(stretch: Stretch, expect: Range<usize>) {
        assert_eq!(boxes_in(stretch, &[0, 100, 300, 350]), expect, "{stretch:?}");
    }

    #[test]
    fn only_boxes_that_reach_into_sight_are_built() {
        check_boxes((-240.0, 100.0), 0..1);
        check_boxes((0.0, 101.0), 0..2);
        check_boxes((99.0, 320.0), 0..3);
        check_boxes((100.0, 200.0), 1..2);
        check_boxes((320.0, 900.0), 2..3);
        check_boxes((900.0, 1_200.0), 3..3);
    }

    #[test]
    fn nothing_stacked_shows_nothing() {
        let none: [StackBox<u8>; 0] = [];
        assert_eq!(boxes_in((0.0, 900.0), &edges(&none)), 0..0);
    }

    #[track_caller]
    fn check_rows(stretch: Stretch, expect: Range<usize>) {
        assert_eq!(rows_in(stretch, 10, 80), expect, "{stretch:?}");
    }

    #[test]
    fn only_rows_that_reach_into_the_stretch_are_built() {
        check_rows((-500.0, -10.0), 0..0);
        check_rows((-500.0, 1.0), 0..1);
        check_rows((160.0, 400.0), 2..5);
        check_rows((790.0, 4_000.0), 9..10);
        check_rows((4_000.0, 5_000.0), 10..10);
    }
}
