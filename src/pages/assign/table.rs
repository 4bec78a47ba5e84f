//! The leads and who shall have them: only the rows in sight are built.

use leptos::prelude::*;

use super::Desk;
use crate::present::assign::{AssignRow, AssignView};
use crate::present::format;
use crate::ui::{Button, CheckField, Column, Icon, RowName, SearchField, WindowedTable};

/// The table of the proposal.
#[component]
pub(super) fn ProposalTable(desk: Desk) -> impl IntoView {
    let Desk { app, lang, view, asked, whose, .. } = desk;
    let columns = Signal::derive(move || {
        let lang = lang.get();
        let columns = [
            Column::text("lead", lang.assign_lead()),
            Column::figure("amount", lang.lead_amount()),
            Column::text("from", lang.assign_from()),
            Column::text("owner", lang.assign_to()),
        ];
        columns.map(Column::unsorted).to_vec()
    });
    let typed = RwSignal::new(String::new());
    let only_moved = RwSignal::new(false);
    let can_narrow = |view: &AssignView| 0 < view.moved && view.moved < view.rows.len();
    let narrows = Memo::new(move |_| can_narrow(&view.read()));
    let meant = Memo::new(move |_| app.leads_meant(&typed.read()));
    let listed = Memo::new(move |_| {
        let (meant, whose, view) = (meant.read(), whose.get(), view.read());
        let only_moved = only_moved.get() && can_narrow(&view);
        let is_listed = |it: &AssignRow| {
            meant.has(it.id)
                && whose.is_none_or(|id| it.to == Some(id))
                && (it.changes_hands || !only_moved)
        };
        let rows = view.rows.iter().enumerate();
        rows.filter(|(_, it)| is_listed(it)).map(|(at, _)| at).collect::<Vec<_>>()
    });
    let count = move || {
        let [listed, all] = [listed.read().len(), view.read().rows.len()];
        let [shown, of] = [listed, all].map(|it| format::count(lang.get(), it as u64));
        if listed == all { String::new() } else { lang.get().catalog_count(&shown, &of) }
    };
    let only = move || {
        let whose = whose.get()?;
        let view = view.read();
        Some(view.books.shares.iter().find(|it| it.id == whose)?.name.clone())
    };
    let row = move |at: usize| {
        let row = Memo::new(move |_| view.read().rows.get(at).cloned());
        let is_asked = move || {
            let id = row.read().as_ref().map(|it| it.id);
            (id.is_some() && asked.get() == id).then_some("true")
        };
        let ask = Callback::new(move |()| asked.set(row.read_untracked().as_ref().map(|it| it.id)));
        view! {
            <tr aria-selected=is_asked data-testid="assign-row">
                {move || row.get().map(|row| cells(row, lang.get().assign_stays(), ask))}
            </tr>
        }
        .into_any()
    };
    view! {
        <div class="section">
            <p class="section__note" data-testid="assign-hands">{move || view.read().hands.clone()}</p>
            <Show when=move || narrows.get()>
                <div data-testid="assign-only-moved">
                    <CheckField
                        label=move || lang.get().assign_only_moved()
                        checked=only_moved
                        on_change=move |ticked: bool| only_moved.set(ticked)
                    />
                </div>
            </Show>
            <div class="assign__find">
                <SearchField
                    label=move || lang.get().assign_find()
                    value=typed
                    on_input=move |text| typed.set(text)
                />
                {move || only().map(|name| view! {
                    <Button
                        icon=Icon::Close
                        label=name
                        slow=true
                        on_press=move || whose.set(None)
                        attr:data-testid="assign-everybody"
                        attr:aria-label=move || lang.get().assign_everybody()
                    />
                })}
                <span class="toolbar__count" role="status" data-testid="assign-count">{count}</span>
            </div>
            <div class="assign__leads" style:--rows=move || listed.read().len().to_string() data-testid="assign-table">
                <WindowedTable caption=move || lang.get().assign_title() columns ids=listed row />
            </div>
        </div>
    }
}

fn cells(row: AssignRow, nobody: &'static str, ask: Callback<()>) -> impl IntoView {
    let or_nobody = |name: String| if name.is_empty() { nobody.to_owned() } else { name };
    let (from, owner) = (or_nobody(row.from), or_nobody(row.owner));
    view! {
        <th scope="row">
            <RowName on_press=ask>
                <span class="assign__title">{row.title}</span>
                <span class="catalog__kind">{row.about}</span>
            </RowName>
        </th>
        <td class="figures">{row.amount}</td>
        <td>{from}</td>
        <td>
            <span class="assign__title" data-testid="assign-to">{owner}</span>
            <span class="catalog__kind">{row.note}</span>
        </td>
    }
}
