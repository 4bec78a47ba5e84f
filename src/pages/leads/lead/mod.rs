//! One lead, beside the board or over it: what it is worth, what is next, everything else, and
//! what happened to it.

mod claim;
mod facts;
mod head;
mod history;
mod next_step;

use leptos::prelude::*;

use super::desk::Desk;
use crate::domain::command::Command;
use crate::domain::id::LeadId;
use crate::domain::workspace::Table;
use crate::present::lead::{LeadView, lead};
use crate::ui::{Button, ButtonKind, EmptyPicture, EmptyState, Icon, Sheet};
use claim::Claim;
use facts::Facts;
use head::Head;
use history::HistoryView;
use next_step::NextStepView;

const SHOWN: &[Table] = &[
    Table::Leads,
    Table::Customers,
    Table::People,
    Table::Products,
    Table::Stages,
    Table::Imports,
    Table::PoolRules,
];

/// The lead that is open; nothing where it is not there any more.
type Shown = Memo<Option<LeadView>>;

/// The sheet of the lead that the address names.
#[component]
pub(super) fn LeadSheet(desk: Desk) -> impl IntoView {
    let (app, lang) = (desk.app, desk.app.lang());
    let shown: Shown = Memo::new(move |_| {
        let (lang, today) = (lang.get(), app.today().get());
        let id = desk.lead.get()?;
        app.view(SHOWN, |it| lead(it, lang, today, id))
    });
    let title = move || {
        let title = shown.with(|it| it.as_ref().map(|it| it.title.clone()));
        title.unwrap_or_else(|| lang.get().place_leads().to_owned())
    };
    let close = move || desk.leave(Callback::new(move |()| desk.close_lead()));
    let body = move || desk.lead.get().map(|id| view! { <Lead desk id shown /> });
    view! {
        <Sheet
            open=Signal::derive(move || desk.lead.get().is_some())
            title=Signal::derive(title)
            on_close=close
        >
            {body}
        </Sheet>
    }
}

#[component]
fn Lead(desk: Desk, id: LeadId, shown: Shown) -> impl IntoView {
    let lang = desk.app.lang();
    let delete = move || {
        desk.editing.set(None);
        desk.app.act(Command::DeleteLead(id));
        desk.close_lead();
    };
    view! {
        <Show
            when=move || shown.with(Option::is_some)
            fallback=move || view! { <Gone desk /> }
        >
            <div class="lead" data-testid="lead">
                <Head desk id shown />
                <NextStepView desk id shown />
                <Claim desk id shown />
                <Facts desk id shown />
                <HistoryView desk id />
                <div class="actions actions--start" data-testid="lead-delete">
                    <Button
                        kind=ButtonKind::Danger
                        icon=Icon::Trash
                        label=move || lang.get().lead_delete()
                        on_press=delete
                    />
                </div>
            </div>
        </Show>
    }
}

/// An address may outlive its lead.
#[component]
fn Gone(desk: Desk) -> impl IntoView {
    let lang = desk.app.lang();
    view! {
        <EmptyState picture=EmptyPicture::List sentence=move || lang.get().lead_is_gone()>
            <Button label=move || lang.get().lead_to_board() on_press=move || desk.close_lead() />
        </EmptyState>
    }
}
