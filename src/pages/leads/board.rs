//! The board itself: columns side by side, between which cards are dragged; or why it is empty.

use leptos::either::EitherOf5;
use leptos::html;
use leptos::prelude::*;

use super::column::ColumnView;
use super::desk::Desk;
use super::lanes::Lanes;
use super::table::TableArea;
use crate::domain::workspace::Table;
use crate::present::address::Look;
use crate::present::filter::LeadFilter;
use crate::runtime::route::Route;
use crate::ui::{Button, ButtonLink, Drag, EmptyPicture, EmptyState, Icon};

/// What the board's place shows.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Area {
    NoLeads,
    NoneFit,
    Columns,
    Lanes,
    Table,
}

/// The columns, the lanes or the table; or an empty state.
#[component]
pub(super) fn BoardArea(desk: Desk) -> impl IntoView {
    let area = Memo::new(move |_| {
        let none = desk.app.view(&[Table::Leads], |it| it.leads.is_empty());
        let none_fit = desk.board.with(|board| board.shown == 0 && 0 < board.total);
        match (none, none_fit) {
            (true, _) => Area::NoLeads,
            (_, true) => Area::NoneFit,
            _ => desk.address.with(|it| match (it.look, it.lanes) {
                (Look::Table, _) => Area::Table,
                (Look::Board, Some(_)) => Area::Lanes,
                (Look::Board, None) => Area::Columns,
            }),
        }
    });
    move || match area.get() {
        Area::NoLeads => EitherOf5::A(view! { <NoLeads desk /> }),
        Area::NoneFit => EitherOf5::B(view! { <NoneFit desk /> }),
        Area::Columns => EitherOf5::C(view! { <Columns desk /> }),
        Area::Lanes => EitherOf5::D(view! { <Lanes desk /> }),
        Area::Table => EitherOf5::E(view! { <TableArea desk /> }),
    }
}

#[component]
fn NoLeads(desk: Desk) -> impl IntoView {
    let lang = desk.app.lang();
    view! {
        <div data-testid="no-leads">
            <EmptyState picture=EmptyPicture::Board sentence=move || lang.get().leads_none()>
                <ButtonLink
                    icon=Icon::Import
                    label=move || lang.get().leads_import()
                    href=Route::Import.href()
                />
            </EmptyState>
        </div>
    }
}

#[component]
fn NoneFit(desk: Desk) -> impl IntoView {
    let lang = desk.app.lang();
    view! {
        <div data-testid="none-fit">
            <EmptyState picture=EmptyPicture::Board sentence=move || lang.get().leads_none_fit()>
                <Button
                    label=move || lang.get().leads_clear_filter()
                    on_press=move || desk.narrow(LeadFilter::default())
                />
            </EmptyState>
        </div>
    }
}

#[component]
fn Columns(desk: Desk) -> impl IntoView {
    let lang = desk.app.lang();
    let root = NodeRef::<html::Div>::new();
    let drag = StoredValue::new(None::<Drag>);
    let news = move |news| {
        if let Some(drag) = drag.get_value() {
            desk.take_news(drag, news);
        }
    };
    let dragging = Drag::new(root, Callback::new(news));
    drag.set_value(Some(dragging));
    let stages = Memo::new(move |_| {
        desk.board.with(|board| board.columns.iter().map(|it| it.stage).collect::<Vec<_>>())
    });
    view! {
        <p class="unseen" id="drag-hint">{move || lang.get().leads_drag_hint()}</p>
        <div
            class="board"
            role="group"
            aria-label=move || lang.get().leads_board()
            data-testid="board"
            data-dragging=move || dragging.lifted.read().is_some().then_some("")
            node_ref=root
        >
            <For
                each=move || stages.get()
                key=|stage| *stage
                children=move |stage| view! { <ColumnView desk drag=dragging stage /> }
            />
        </div>
    }
}
