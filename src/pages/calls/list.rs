//! The deals by category. Of a large group the first stand there, and more on demand.

use leptos::prelude::*;

use super::Desk;
use crate::domain::call::{Caller, Category};
use crate::domain::id::LeadId;
use crate::pages::common::CallChoice;
use crate::present::calls::{CallRow, Column, Figure as Of, GROUPS};
use crate::present::format;
use crate::runtime::route::{BoardAddress, Route};
use crate::ui::{Button, Figure};

/// How many deals of a group are built at once.
const SHOWN: usize = 30;

/// All groups that hold something.
#[component]
pub(super) fn List(desk: Desk) -> impl IntoView {
    let lang = desk.lang;
    let none = Memo::new(move |_| desk.view.read().groups.iter().all(|it| it.rows.is_empty()));
    let group = move |category| view! { <GroupView desk category /> };
    view! {
        <Show when=move || none.get()>
            <p class="section__note" data-testid="calls-none">{move || lang.get().calls_none()}</p>
        </Show>
        {GROUPS.map(group).into_iter().collect_view()}
    }
}

#[component]
fn GroupView(desk: Desk, category: Option<Category>) -> impl IntoView {
    let Desk { lang, view, .. } = desk;
    let ids = Memo::new(move |_| {
        let view = view.read();
        let group = view.group(category);
        group.map(|it| it.rows.iter().map(|row| row.id).collect::<Vec<_>>()).unwrap_or_default()
    });
    let head = Memo::new(move |_| {
        let view = view.read();
        view.group(category).map(|it| (it.count.clone(), it.sum.clone())).unwrap_or_default()
    });
    let limit = RwSignal::new(SHOWN);
    let shown = move || ids.read().iter().take(limit.get()).copied().collect::<Vec<_>>();
    let rest = move || ids.read().len().saturating_sub(limit.get());
    let name = move || category.map_or(lang.get().category_none(), |it| lang.get().category(it));
    let sum = Of::Sum(Column::Called(category), None);
    let test_id = category.map_or("calls-uncalled".to_owned(), |it| format!("calls-{it}"));
    let more = move || lang.get().calls_more(&format::count(lang.get(), rest().min(SHOWN) as u64));
    view! {
        <Show when=move || !ids.read().is_empty()>
            <section class="section" data-testid=test_id.clone()>
                <div class="section__head">
                    <h3 class="section__title">
                        {name} " · " {move || head.read().0.clone()}
                    </h3>
                    <span class="list__figure" data-testid="calls-sum">
                        <Figure
                            value=move || head.read().1.clone()
                            label=name
                            on_explain=move || desk.explained.set(Some(sum))
                        />
                    </span>
                </div>
                <ul class="list">
                    <For each=shown key=|id| *id children=move |id| view! { <Row desk id /> } />
                </ul>
                <Show when=move || rest() != 0>
                    <Button label=more on_press=move || limit.update(|it| *it += SHOWN) />
                </Show>
            </section>
        </Show>
    }
}

#[component]
fn Row(desk: Desk, id: LeadId) -> impl IntoView {
    let row = Memo::new(move |_| desk.view.read().row(id).cloned());
    let part = move |read: fn(&CallRow) -> &String| {
        Signal::derive(move || row.read().as_ref().map(read).cloned().unwrap_or_default())
    };
    let choice = move |caller: Caller| {
        let chosen =
            Signal::derive(move || row.read().as_ref().and_then(|it| it.calls[caller as usize]));
        view! { <CallChoice lead=id title=part(|it| &it.title) caller chosen /> }
    };
    view! {
        <li class="calls__row" data-testid="calls-row">
            <a class="calls__deal" href=Route::Lead(id, BoardAddress::default()).href()>
                <span class="list__main">
                    <span class="list__name">{part(|it| &it.title)}</span>
                    <span class="list__note">{part(|it| &it.note)}</span>
                </span>
                <span class="list__figure">{part(|it| &it.amount)}</span>
            </a>
            <div class="calls__choices">{Caller::ALL.map(choice).into_iter().collect_view()}</div>
        </li>
    }
}
