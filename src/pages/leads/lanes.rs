//! The board cut into lanes: columns side by side, lanes one below the other, and the cells in
//! which they cross. Only the cards in sight are built.

use leptos::html;
use leptos::prelude::*;

use super::card::CardView;
use super::column::{ColumnSum, name, part};
use super::desk::{CARD_HEIGHT, Desk, Spot};
use super::drop::{cell_name, place_name};
use crate::domain::id::{LeadId, StageId};
use crate::domain::workspace::Table;
use crate::present::board::{Cell, Lane, LaneOf, converted_text, sums_text};
use crate::present::format;
use crate::ui::{
    Arrow, Drag, Figure, Icon, IconView, StackBox, Stretch, TabStop, WindowedStack, pixels, rows_in,
};

/// The height of a lane's head, in pixels.
const HEAD: u32 = 48;
/// The height of the line above the cards of a cell, in pixels.
const LINE: u32 = 28;
/// The room below the cards of a lane, in pixels; a card can be dropped there.
const FOOT: u32 = 36;
/// The height of the heads of the columns, which stay, in pixels.
const COLUMN_HEADS: u32 = 72;

/// Columns and lanes.
#[component]
pub(super) fn Lanes(desk: Desk) -> impl IntoView {
    let lang = desk.app.lang();
    let root = NodeRef::<html::Div>::new();
    let drag = StoredValue::new(None::<Drag>);
    let news = move |news| {
        if let Some(drag) = drag.get_value() {
            desk.take_news(drag, news);
        }
    };
    let step = move |(place, arrow): (String, Arrow)| {
        let (name, top, height) = beside(desk, &place, arrow)?;
        if let Some(drag) = drag.get_value() {
            drag.show_down(top, height);
        }
        Some(name)
    };
    let dragging = Drag::across(root, Callback::new(news), Callback::new(step));
    drag.set_value(Some(dragging));
    let stages = Memo::new(move |_| {
        desk.board.with(|board| board.columns.iter().map(|it| it.stage).collect::<Vec<_>>())
    });
    let heads = move || view! { <ColumnHeads desk stages /> };
    let item = move |(of, stretch): (LaneOf, Signal<Stretch>)| {
        view! { <LaneView desk drag=dragging stages of stretch /> }.into_any()
    };
    view! {
        <p class="unseen" id="drag-hint">{move || lang.get().leads_drag_hint()}</p>
        <div
            class="lanes"
            data-testid="lanes"
            data-dragging=move || dragging.lifted.read().is_some().then_some("")
            style:--columns=move || stages.read().len().to_string()
        >
            <WindowedStack
                label=move || lang.get().leads_board()
                scroller=root
                boxes=Signal::derive(move || boxes(desk))
                head=heads
                item=item
            />
        </div>
    }
}

/// The lanes with their heights.
fn boxes(desk: Desk) -> Vec<StackBox<LaneOf>> {
    let (lanes, folded) = (desk.lanes.read(), desk.folded_lanes.read());
    let height = |lane: &Lane| HEAD + LINE + body(lane, folded.contains(&lane.of));
    lanes.iter().map(|lane| StackBox { name: lane.of.clone(), height: height(lane) }).collect()
}

/// The height of what a lane shows below its lines.
fn body(lane: &Lane, folded: bool) -> u32 {
    if folded { FOOT / 2 } else { lane.depth() as u32 * CARD_HEIGHT + FOOT }
}

/// How far down in the stack a lane begins, and how high it is.
fn lane_place(desk: Desk, of: &LaneOf) -> Option<(u32, u32)> {
    let boxes = untrack(move || boxes(desk));
    let at = boxes.iter().position(|it| it.name == *of)?;
    Some((boxes[..at].iter().map(|it| it.height).sum(), boxes[at].height))
}

/// How far down in the stack a card of a lane is, and how much room it needs below the heads.
pub(super) fn card_place(desk: Desk, lead: LeadId, of: &LaneOf) -> Option<(u32, u32)> {
    let (top, _) = lane_place(desk, of)?;
    let row = desk.lanes.with_untracked(|lanes| {
        let lane = lanes.iter().find(|it| it.of == *of)?;
        lane.cells.iter().find_map(|cell| cell.leads.iter().position(|id| *id == lead))
    })?;
    Some((top + HEAD + LINE + row as u32 * CARD_HEIGHT, CARD_HEIGHT + COLUMN_HEADS))
}

/// The cell beside another, with the place of its lane.
fn beside(desk: Desk, place: &str, arrow: Arrow) -> Option<(String, u32, u32)> {
    let (stage, key) = place.split_once('/')?;
    let next = |at: usize, back: bool| if back { at.checked_sub(1) } else { Some(at + 1) };
    let (lanes, board) = (desk.lanes.read_untracked(), desk.board.read_untracked());
    let mut lane = lanes.iter().position(|it| it.of.key() == key)?;
    let mut column = board.columns.iter().position(|it| place_name(it.stage) == stage)?;
    match arrow {
        Arrow::Left | Arrow::Right => column = next(column, arrow == Arrow::Left)?,
        Arrow::Up | Arrow::Down => lane = next(lane, arrow == Arrow::Up)?,
    }
    let (lane, column) = (lanes.get(lane)?, board.columns.get(column)?);
    let (top, height) = lane_place(desk, &lane.of)?;
    Some((cell_name(column.stage, &lane.of), top, height.min(HEAD + LINE + COLUMN_HEADS)))
}

/// The heads of the columns: what the whole column has, whatever the lanes.
#[component]
fn ColumnHeads(desk: Desk, stages: Memo<Vec<Option<StageId>>>) -> impl IntoView {
    let lang = desk.app.lang();
    let head = move |stage: Option<StageId>| {
        let count =
            move || format::count(lang.get(), part(desk, stage, |it| it.leads.len() as u64));
        view! {
            <div class="lanes__head" data-testid="lanes-column">
                <span class="column__stage">{move || name(desk, stage)}</span>
                <span class="column__count" data-testid="column-count">{count}</span>
                <ColumnSum desk stage />
            </div>
        }
    };
    view! {
        <div class="lanes__heads">
            <For each=move || stages.get() key=|stage| *stage children=head />
        </div>
    }
}

#[component]
fn LaneView(
    desk: Desk,
    drag: Drag,
    stages: Memo<Vec<Option<StageId>>>,
    of: LaneOf,
    stretch: Signal<Stretch>,
) -> impl IntoView {
    let of = StoredValue::new(of);
    let folded = Memo::new(move |_| {
        desk.folded_lanes.with(|folded| of.with_value(|of| folded.contains(of)))
    });
    let height = move || {
        let body = lane(desk, of, |lane| body(lane, folded.get()));
        pixels((HEAD + LINE + body) as usize)
    };
    let cell = move |stage: Option<StageId>| {
        view! { <CellView desk drag stage of folded stretch /> }
    };
    view! {
        <section
            class="lane"
            data-testid="lane"
            data-folded=move || folded.get().then_some("")
            aria-label=move || lane_label(desk, of)
            style:block-size=height
        >
            <LaneHead desk of folded />
            <div class="lane__cells">
                <For each=move || stages.get() key=|stage| *stage children=cell />
            </div>
        </section>
    }
}

/// A part of a lane, or its default where the lane is not there any more.
fn lane<T: Default>(desk: Desk, of: StoredValue<LaneOf>, read: impl Fn(&Lane) -> T) -> T {
    desk.lanes.with(|lanes| {
        let lane = of.with_value(|of| lanes.iter().find(|it| it.of == *of));
        lane.map(read).unwrap_or_default()
    })
}

fn lane_name(desk: Desk, of: StoredValue<LaneOf>) -> String {
    let lang = desk.app.lang().get();
    desk.app.view(&[Table::People], |it| of.with_value(|of| of.name(it, lang)))
}

fn lane_label(desk: Desk, of: StoredValue<LaneOf>) -> String {
    let lang = desk.app.lang().get();
    let count = format::count(lang, lane(desk, of, Lane::count) as u64);
    lang.leads_lane(&lane_name(desk, of), &count)
}

/// The button that folds a lane, with its count; and its sum, which explains itself.
#[component]
fn LaneHead(desk: Desk, of: StoredValue<LaneOf>, folded: Memo<bool>) -> impl IntoView {
    let lang = desk.app.lang();
    let home = Memo::new(move |_| desk.app.view(&[Table::Settings], |it| it.settings().currency()));
    let fold = move |_| {
        desk.folded_lanes.update(|folded| {
            let of = of.get_value();
            match folded.iter().position(|it| *it == of) {
                Some(place) => drop(folded.swap_remove(place)),
                None => folded.push(of),
            }
        });
    };
    let icon = move || if folded.get() { Icon::Forward } else { Icon::Down };
    let sum = move || sums_text(lang.get(), &lane(desk, of, Lane::sums), home.get());
    let converted = move || {
        let converted = lane(desk, of, |lane| lane.converted.clone())?;
        let words = converted_text(lang.get(), &converted);
        Some(view! { <span class="column__converted" data-testid="lane-converted">{words}</span> })
    };
    let count = move || format::count(lang.get(), lane(desk, of, Lane::count) as u64);
    view! {
        <header class="lane__head">
            <button
                type="button"
                class="lane__fold"
                data-testid="lane-fold"
                aria-expanded=move || if folded.get() { "false" } else { "true" }
                on:click=fold
            >
                {move || view! { <IconView icon=icon() /> }}
                <span class="lane__name">{move || lane_name(desk, of)}</span>
                <span class="column__count" data-testid="lane-count">{count}</span>
            </button>
            <span class="column__sum" data-testid="lane-sum">
                <Figure
                    value=Signal::derive(sum)
                    label=move || lang.get().leads_sum(&lane_name(desk, of))
                    on_explain=move || desk.explained.set(Some(Spot::Lane(of.get_value())))
                />
                {converted}
            </span>
        </header>
    }
}

/// Where a column and a lane cross.
#[component]
fn CellView(
    desk: Desk,
    drag: Drag,
    stage: Option<StageId>,
    of: StoredValue<LaneOf>,
    folded: Memo<bool>,
    stretch: Signal<Stretch>,
) -> impl IntoView {
    let lang = desk.app.lang();
    let place = of.with_value(|of| cell_name(stage, of));
    let over = place.clone();
    let cell = Memo::new(move |_| {
        let at = desk.board.with(|it| it.columns.iter().position(|it| it.stage == stage));
        lane(desk, of, |lane| at.and_then(|at| lane.cells.get(at)).cloned().unwrap_or_default())
    });
    let rows = Memo::new(move |_| {
        let (above, (from, to)) = (f64::from(HEAD + LINE), stretch.get());
        let count = if folded.get() { 0 } else { cell.read().leads.len() };
        rows_in((from - above, to - above), count, CARD_HEIGHT)
    });
    let in_sight = Memo::new(move |_| {
        cell.read().leads.get(rows.get()).map(<[LeadId]>::to_vec).unwrap_or_default()
    });
    // Tab stops once a cell: at the card that had the focus last, or at the first.
    let wanted = RwSignal::new(None::<LeadId>);
    let stop = Memo::new(move |_| {
        let shown = in_sight.read();
        wanted.get().filter(|it| shown.contains(it)).or(shown.first().copied())
    });
    let label = move || {
        let count = format::count(lang.get(), cell.read().leads.len() as u64);
        lang.get().leads_cell(&lane_name(desk, of), &name(desk, stage), &count)
    };
    let card = move |id: LeadId| {
        provide_context(TabStop::when(Signal::derive(move || stop.get() == Some(id))));
        view! {
            <div
                class="lane__card"
                role="listitem"
                style:block-size=pixels(CARD_HEIGHT as usize)
                on:focusin=move |_| wanted.set(Some(id))
            >
                <CardView desk drag id />
            </div>
        }
    };
    view! {
        <div
            class="lane__cell"
            role="group"
            data-place=place
            data-testid="lane-cell"
            data-drop=move || drag.is_over(&over).then_some("here")
            aria-label=label
        >
            <CellLine desk cell />
            <div
                class="lane__cards"
                role=move || (!rows.get().is_empty()).then_some("list")
                style:padding-block-start=move || pixels(rows.get().start * CARD_HEIGHT as usize)
            >
                <For each=move || in_sight.get() key=|id| *id children=card />
            </div>
        </div>
    }
}

/// How many leads a cell has, and their sum; nothing where it has none.
#[component]
fn CellLine(desk: Desk, cell: Memo<Cell>) -> impl IntoView {
    let lang = desk.app.lang();
    let home = Memo::new(move |_| desk.app.view(&[Table::Settings], |it| it.settings().currency()));
    let count = move || {
        let count = cell.read().leads.len() as u64;
        (count != 0).then(|| format::count(lang.get(), count))
    };
    let sum = move || {
        let cell = cell.read();
        (!cell.leads.is_empty()).then(|| sums_text(lang.get(), &cell.sums, home.get()))
    };
    view! {
        <p class="lane__line" data-testid="cell-line">
            <span class="column__count">{count}</span>
            <span>{sum}</span>
        </p>
    }
}
