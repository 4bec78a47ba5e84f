//! The competitors on a deal: who, at what price, with what, and what became of them.

use leptos::prelude::*;

use crate::domain::command::Command;
use crate::domain::competition::{Rival, RivalResult};
use crate::domain::id::{CompetitorId, LeadId, RivalId};
use crate::domain::workspace::Table;
use crate::pages::common::{Offers, PriceField, Refused};
use crate::pages::leads::desk::Desk;
use crate::present::competition::{RivalDraft, RivalRow, competitor_names, rival_draft, rivals};
use crate::runtime::app::App;
use crate::runtime::refusal::Refusal;
use crate::ui::{
    AreaField, Badge, Button, ButtonKind, Choice, Dialog, Form, FormActions, Icon, IconButton,
    SegmentedField, TextField, Tone,
};

/// The form of a competitor on a deal.
#[derive(Clone, Copy)]
struct RivalForm {
    app: App,
    form: Form<RivalDraft, Refusal>,
    id: RwSignal<RivalId>,
}

impl RivalForm {
    fn show(self, lead: LeadId, rival: Option<RivalId>) {
        self.id.set(rival.unwrap_or_else(|| self.app.draw_id().into()));
        self.form.show(self.app.peek(|it| rival_draft(it, lead, rival)));
    }

    /// Does nothing while the price is none.
    fn save(self) {
        let draft = self.form.draft.get_untracked();
        let Some(price) = draft.price.read() else { return };
        let rival = Rival { price, ..draft.rival };
        let named = (CompetitorId::from(self.app.draw_id()), draft.name);
        let id = self.id.get_untracked();
        self.form.settle(self.app.act_here(Command::SaveRival(id, Box::new(rival), named)));
    }
}

/// The competitors on a deal.
#[component]
pub(super) fn RivalsView(desk: Desk, id: LeadId) -> impl IntoView {
    let (app, lang) = (desk.app, desk.app.lang());
    let form = RivalForm { app, form: Form::closed(), id: RwSignal::new(RivalId::default()) };
    let rows = Memo::new(move |_| {
        app.view(&[Table::Rivals, Table::Competitors], |it| rivals(it, lang.get(), id))
    });
    view! {
        <section class="section" data-testid="rivals">
            <div class="section__head">
                <h3 class="section__title">{move || lang.get().rivals_title()}</h3>
                <Button
                    icon=Icon::Plus
                    label=move || lang.get().rivals_add()
                    on_press=move || form.show(id, None)
                    attr:data-testid="rival-add"
                />
            </div>
            <Show when=move || rows.read().is_empty()>
                <p class="section__note">{move || lang.get().rivals_none()}</p>
            </Show>
            <ul class="list">
                {move || rows.get().into_iter().map(|row| rival_row(desk, form, id, row)).collect_view()}
            </ul>
            <RivalDialog form />
        </section>
    }
}

fn rival_row(desk: Desk, form: RivalForm, lead: LeadId, row: RivalRow) -> impl IntoView {
    let lang = desk.app.lang();
    let RivalRow { id, name, price, offers, result } = row;
    let label = name.clone();
    let note = [price, offers].into_iter().filter(|it| !it.is_empty()).collect::<Vec<_>>();
    let (tone, icon) = match result {
        RivalResult::Open => (Tone::Accent, Icon::Eye),
        RivalResult::Out => (Tone::Plain, Icon::Close),
        RivalResult::Won => (Tone::Bad, Icon::Lost),
    };
    view! {
        <li class="list__row" data-testid="rival">
            <span class="list__main">
                <span class="list__name">{name}</span>
                <span class="list__note">{note.join(" · ")}</span>
            </span>
            <Badge label=move || lang.get().rival_result_words(result) tone icon />
            <IconButton
                icon=Icon::Edit
                label=move || lang.get().contacts_edit_one(&label)
                on_press=move || form.show(lead, Some(id))
            />
        </li>
    }
}

#[component]
fn RivalDialog(form: RivalForm) -> impl IntoView {
    let app = form.app;
    let lang = app.lang();
    let close = move || form.form.close();
    let is_known = move || app.view(&[Table::Rivals], |it| it.rivals.has(form.id.get()));
    let delete = move || {
        close();
        app.act(Command::DeleteRival(form.id.get_untracked()));
    };
    let actions = move || {
        view! {
            <Show when=is_known>
                <Button
                    kind=ButtonKind::Danger
                    icon=Icon::Trash
                    label=move || lang.get().rival_remove()
                    on_press=delete
                    attr:data-testid="rival-remove"
                />
            </Show>
            <FormActions name="rival-save" on_cancel=close on_save=move || form.save() />
        }
    };
    view! {
        <Dialog
            open=form.form.is_open()
            title=move || lang.get().rivals_title()
            on_close=close
            actions
        >
            <RivalFields form />
        </Dialog>
    }
}

#[component]
fn RivalFields(form: RivalForm) -> impl IntoView {
    let lang = form.app.lang();
    let draft = form.form.draft;
    let save = Callback::new(move |()| form.save());
    let (name, set_name) = form.form.text(|it| &mut it.name);
    let (_, set_price) = form.form.text(|it| &mut it.price.text);
    let (offers, set_offers) = form.form.text(|it| &mut it.rival.offers);
    let known = Signal::derive(move || form.app.view(&[Table::Competitors], competitor_names));
    let results = move || {
        let choice =
            |it: RivalResult| Choice::new(it.to_string(), lang.get().rival_result_words(it));
        RivalResult::ALL.map(choice).to_vec()
    };
    let choose =
        move |id: String| draft.update(|it| it.rival.result = id.parse().unwrap_or_default());
    view! {
        <div class="form" data-testid="rival-form">
            <TextField
                label=move || lang.get().competitor_name()
                value=name
                on_input=set_name
                on_enter=save
                attr:data-testid="rival-name"
            />
            <Offers words=known on_choose=set_name />
            <span data-testid="rival-price">
                <PriceField
                    label=move || lang.get().rival_price()
                    draft=Signal::derive(move || draft.read().price.clone())
                    on_input=set_price
                    on_enter=save
                />
            </span>
            <AreaField label=move || lang.get().rival_offers() value=offers on_input=set_offers lines=2 />
            <SegmentedField
                label=move || lang.get().rival_result()
                choices=Signal::derive(results)
                value=Signal::derive(move || draft.read().rival.result.to_string())
                on_change=choose
            />
            <Refused refusal=form.form.refusal() />
        </div>
    }
}
