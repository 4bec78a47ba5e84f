//! The leads and who shall have them: only the rows in sight are built.

use leptos::prelude::*;

use super::Desk;
use crate::present::assign::AssignRow;
use crate::ui::{Column, WindowedTable};

/// The table of the proposal.
#[component]
pub(super) fn ProposalTable(desk: Desk) -> impl IntoView {
    let Desk { lang, view, asked, .. } = desk;
    let columns = Signal::derive(move || {
        let lang = lang.get();
        let columns = [
            Column::text("lead", lang.assign_lead()),
            Column::figure("amount", lang.lead_amount()),
            Column::text("owner", lang.assign_to()),
            Column::figure("fit", lang.assign_fit()),
        ];
        columns.map(Column::unsorted).to_vec()
    });
    let count = Memo::new(move |_| view.read().rows.len());
    let ids = Signal::derive(move || (0..count.get()).collect::<Vec<_>>());
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
        <div class="assign__leads" style:--rows=move || count.get().to_string() data-testid="assign-table">
            <WindowedTable caption=move || lang.get().assign_title() columns ids row />
        </div>
    }
}

fn cells(row: AssignRow, nobody: &'static str, ask: Callback<()>) -> impl IntoView {
    let owner = if row.owner.is_empty() { nobody.to_owned() } else { row.owner };
    view! {
        <th scope="row">
            <button type="button" class="catalog__name" on:click=move |_| ask.run(())>
                <span class="assign__title">{row.title}</span>
                <span class="catalog__kind">{row.about}</span>
            </button>
        </th>
        <td class="figures">{row.amount}</td>
        <td>{owner}</td>
        <td class="figures">{row.note}</td>
    }
}
