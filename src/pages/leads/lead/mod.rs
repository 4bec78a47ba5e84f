//! One lead, beside the board or over it, made for talking it through: what it is worth, what is
//! next, what was done, whom to talk to, everything else, and what happened.

mod calls;
mod claim;
mod debrief;
mod facts;
mod head;
mod links;
mod log;
mod next_step;
mod past;
mod product_lines;
mod rivals;
mod tags;
mod timeline;

use leptos::prelude::*;

use super::desk::Desk;
use crate::domain::command::Command;
use crate::domain::face::Matter;
use crate::domain::id::LeadId;
use crate::domain::meeting::Source;
use crate::domain::workspace::Table;
use crate::pages::common::{BringUp, Contacts};
use crate::present::duplicates::went_into;
use crate::present::lead::{LeadView, lead};
use crate::runtime::route::{PayAddress, Route};
use crate::ui::{Button, ButtonKind, ButtonLink, EmptyPicture, EmptyState, Icon, Sheet};
use calls::CallsView;
use claim::Claim;
use debrief::DebriefView;
use facts::Facts;
use head::Head;
use links::LinksView;
use log::LogView;
use next_step::NextStepView;
use product_lines::ProductLinesView;
use rivals::RivalsView;
use tags::TagsView;
use timeline::TimelineView;

const SHOWN: &[Table] = &[
    Table::Leads,
    Table::Customers,
    Table::People,
    Table::Products,
    Table::Stages,
    Table::Imports,
    Table::Activities,
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
    let customer = move || shown.with(|it| it.as_ref().and_then(|it| it.customer));
    let name = move || shown.with(|it| it.as_ref().map(|it| it.title.clone()).unwrap_or_default());
    let delete = move || {
        desk.editing.set(None);
        desk.app.act(Command::DeleteLead(id));
        desk.close_lead();
    };
    view! {
        <Show
            when=move || shown.with(Option::is_some)
            fallback=move || view! { <Gone desk id /> }
        >
            <div class="lead" data-testid="lead">
                <Head desk id shown />
                <DebriefView desk id />
                <NextStepView desk id shown />
                <LogView desk id />
                <CallsView desk id />
                <Claim desk id shown />
                <ProductLinesView desk id />
                <Facts desk id shown />
                <Contacts customer=Signal::derive(customer) />
                <RivalsView desk id />
                <TagsView desk id shown />
                <LinksView desk id shown />
                <TimelineView desk id />
                <div class="actions actions--start">
                    <BringUp source=Some(Source::Lead(id)) name=name />
                    <Show when=move || desk.app.may_see(Matter::Pay)>
                        <ButtonLink
                            icon=Icon::Pay
                            label=move || lang.get().pay_deal_title()
                            href=Route::Pay(PayAddress::Deal(id)).href()
                            attr:data-testid="lead-pay"
                        />
                    </Show>
                </div>
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
fn Gone(desk: Desk, id: LeadId) -> impl IntoView {
    let (app, lang) = (desk.app, desk.app.lang());
    let kept =
        Memo::new(move |_| app.view(&[Table::Aliases, Table::Leads], |it| went_into(it, id)));
    let sentence = move || match &*kept.read() {
        Some((_, name)) => lang.get().duplicates_went_into(name),
        None => lang.get().lead_is_gone().to_owned(),
    };
    let open = move || {
        let (id, _) = kept.get()?;
        let href = Route::Lead(id, desk.address.get()).href();
        Some(view! {
            <ButtonLink
                kind=ButtonKind::Primary
                label=move || lang.get().duplicates_open_kept()
                href
                attr:data-testid="lead-kept"
            />
        })
    };
    view! {
        <EmptyState picture=EmptyPicture::List sentence>
            {open}
            <Button label=move || lang.get().lead_to_board() on_press=move || desk.close_lead() />
        </EmptyState>
    }
}
