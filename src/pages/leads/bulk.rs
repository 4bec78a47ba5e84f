//! Changing what is selected: how many that is, what to change, and the exact number that will.

use leptos::prelude::*;

use super::desk::Desk;
use crate::domain::command::Command;
use crate::domain::id::StageId;
use crate::domain::lead::Priority;
use crate::domain::pipeline::ordered_stages;
use crate::domain::workspace::Workspace;
use crate::i18n::Lang;
use crate::pages::common::Offers;
use crate::present::board::{options, sources};
use crate::present::bulk::{BulkDraft, FIELDS, Foresight, foresee, leads_in_words};
use crate::present::competition::loss_reasons;
use crate::present::format;
use crate::present::lead::{LeadField, owners};
use crate::ui::{
    Button, ButtonKind, Choice, DateField, Dialog, Icon, MenuButton, MenuItem, SelectField,
    TextField,
};

/// What stands above the board while leads are being selected.
#[component]
pub(super) fn SelectionBar(desk: Desk) -> impl IntoView {
    let (lang, selection) = (desk.app.lang(), desk.selection);
    let count = Memo::new(move |_| selection.leads.read().len());
    let said = move || {
        let lang = lang.get();
        lang.bulk_selected(&leads_in_words(lang, count.get()))
    };
    let all = move || {
        let lang = lang.get();
        lang.bulk_all(&format::count(lang, desk.board.with(|it| it.shown as u64)))
    };
    let items =
        move || FIELDS.map(|it| MenuItem::new(it.journal_name(), it.words(lang.get()))).to_vec();
    let choose = move |name: String| selection.changing.set(LeadField::of_journal(&name));
    let none = move || count.get() == 0;
    view! {
        <div class="selection" data-testid="selection-bar">
            <p class="selection__count" role="status" data-testid="selection-count">{said}</p>
            <span data-testid="select-all">
                <Button kind=ButtonKind::Link label=all on_press=move || selection.add_all() />
            </span>
            <span data-testid="select-none">
                <Button
                    kind=ButtonKind::Link
                    label=move || lang.get().bulk_none()
                    disabled=Signal::derive(none)
                    on_press=move || selection.clear()
                />
            </span>
            <div class="toolbar__rest">
                <Show when=move || !none()>
                    <span class="selection__change" data-testid="bulk-change">
                        <MenuButton
                            label=move || lang.get().bulk_change()
                            icon=Icon::Edit
                            items=Signal::derive(items)
                            on_choose=choose
                        />
                    </span>
                    <span data-testid="bulk-delete">
                        <Button
                            kind=ButtonKind::Danger
                            icon=Icon::Trash
                            label=move || lang.get().bulk_delete()
                            on_press=move || selection.deleting.set(true)
                        />
                    </span>
                </Show>
                <span data-testid="bulk-done">
                    <Button label=move || lang.get().bulk_done() on_press=move || selection.leave() />
                </span>
            </div>
        </div>
    }
}

/// Asks what the selected leads shall be, and says how many that changes.
#[component]
pub(super) fn BulkDialog(desk: Desk) -> impl IntoView {
    let (app, lang, selection) = (desk.app, desk.app.lang(), desk.selection);
    let draft = RwSignal::new(BulkDraft::of(LeadField::Owner));
    let close = move || selection.changing.set(None);
    let open = Signal::derive(move || selection.changing.with(Option::is_some));
    let title = move || {
        let (lang, leads) = (lang.get(), selection.leads.read().len());
        let field = selection.changing.get().map(|it| it.words(lang)).unwrap_or_default();
        lang.bulk_title(field, &leads_in_words(lang, leads))
    };
    let body = move || {
        let field = selection.changing.get()?;
        draft.set(begun(field));
        Some(view! { <BulkFields desk draft field /> })
    };
    let foresight = Memo::new(move |_| foresight(desk, draft, lang.get()));
    let apply = move || {
        let edit = draft.with_untracked(BulkDraft::edit);
        let leads = selection.leads.get_untracked();
        close();
        if let Some(edit) = edit {
            app.act(Command::ChangeLeads(leads, vec![edit]));
        }
    };
    let actions = move || {
        let words = move || {
            let lang = lang.get();
            lang.bulk_apply(&leads_in_words(lang, foresight.read().changed))
        };
        view! {
            <Button label=move || lang.get().cancel() on_press=close />
            <span data-testid="bulk-apply">
                <Button
                    kind=ButtonKind::Primary
                    label=words
                    disabled=Signal::derive(move || foresight.read().changed == 0)
                    on_press=apply
                />
            </span>
        }
    };
    view! {
        <Dialog open title on_close=close actions>
            {body}
            <p role="status" data-testid="bulk-foresight">
                {move || foresight.read().sentence.clone()}
            </p>
        </Dialog>
    }
}

/// A choice that is there already for what has no empty one.
fn begun(field: LeadField) -> BulkDraft {
    let value =
        if field == LeadField::Priority { Priority::High.to_string() } else { String::new() };
    BulkDraft { value, ..BulkDraft::of(field) }
}

fn foresight(desk: Desk, draft: RwSignal<BulkDraft>, lang: Lang) -> Foresight {
    if desk.selection.changing.with(Option::is_none) {
        return Foresight::default();
    }
    let (leads, ctx) = (desk.selection.leads.read(), desk.app.context());
    desk.app.peek(|it| foresee(it, lang, &leads, &draft.read(), &ctx))
}

#[component]
fn BulkFields(desk: Desk, draft: RwSignal<BulkDraft>, field: LeadField) -> impl IntoView {
    let (app, lang) = (desk.app, desk.app.lang());
    let value = Signal::derive(move || draft.with(|it| it.value.clone()));
    let set = move |text: String| draft.update(|it| it.value = text);
    let label = move || field.words(lang.get());
    let control = match field {
        LeadField::Closes => {
            let hint = Signal::derive(move || lang.get().bulk_closes_hint().to_owned());
            view! { <DateField label value hint on_change=set /> }.into_any()
        }
        LeadField::Source => view! { <SourceField desk value set=Callback::new(set) /> }.into_any(),
        _ => {
            let choices = move || app.peek(|it| choices(desk, it, lang.get(), field));
            view! { <SelectField label choices=Signal::derive(choices) value on_change=set /> }
                .into_any()
        }
    };
    let asks = Memo::new(move |_| app.peek(|it| draft.read().asks_reason(it)));
    view! {
        <div class="form" data-testid="bulk-fields">
            {control}
            <Show when=move || asks.get()>
                <ReasonField desk draft />
            </Show>
        </div>
    }
}

/// What can be chosen for a field.
fn choices(desk: Desk, workspace: &Workspace, lang: Lang, field: LeadField) -> Vec<Choice> {
    match field {
        LeadField::Owner => {
            let today = desk.app.today().get_untracked();
            let people = owners(workspace, today, None).into_iter();
            let people = people.map(|(id, name)| Choice::new(id.to_string(), name));
            std::iter::once(Choice::new("", lang.lead_nobody())).chain(people).collect()
        }
        LeadField::Product => {
            let products = options(workspace).products.into_iter();
            let products = products.map(|(id, name)| Choice::new(id.to_string(), name));
            std::iter::once(Choice::new("", lang.lead_no_product())).chain(products).collect()
        }
        LeadField::Stage => {
            let pipeline = desk.board.with_untracked(|board| board.pipeline);
            let stages = pipeline.map(|it| ordered_stages(workspace, it)).unwrap_or_default();
            let stage = |(id, name): (StageId, String)| Choice::new(id.to_string(), name);
            let stages = stages.into_iter().map(|(id, it)| stage((id, it.name.clone())));
            std::iter::once(Choice::new("", lang.bulk_choice())).chain(stages).collect()
        }
        LeadField::Priority => {
            Priority::ALL.map(|it| Choice::new(it.to_string(), lang.priority(it))).to_vec()
        }
        _ => Vec::new(),
    }
}

/// A source, typed or one that leads have already.
#[component]
fn SourceField(desk: Desk, value: Signal<String>, set: Callback<String>) -> impl IntoView {
    let lang = desk.app.lang();
    let offered = desk.app.peek(sources).into_iter().take(OFFERED).collect::<Vec<_>>();
    view! {
        <TextField
            label=move || lang.get().lead_source()
            hint=Signal::derive(move || lang.get().bulk_source_hint().to_owned())
            value
            on_input=set
        />
        <Offers words=Signal::stored(offered) on_choose=set />
    }
}

/// How many sources are offered.
const OFFERED: usize = 12;

/// One reason for all that are lost by it.
#[component]
fn ReasonField(desk: Desk, draft: RwSignal<BulkDraft>) -> impl IntoView {
    let lang = desk.app.lang();
    let set = Callback::new(move |text: String| draft.update(|it| it.reason = text));
    let reasons = desk.app.peek(|it| loss_reasons(it, lang.get_untracked()));
    let reasons = Signal::stored(reasons.into_iter().map(|(_, it)| it).collect::<Vec<_>>());
    view! {
        <div data-testid="bulk-reason">
            <TextField
                label=move || lang.get().lead_loss_reason()
                hint=Signal::derive(move || lang.get().bulk_reason_for_all().to_owned())
                value=Signal::derive(move || draft.with(|it| it.reason.clone()))
                on_input=set
            />
        </div>
        <Offers words=reasons on_choose=set />
    }
}

/// Asks before the selected leads are deleted.
#[component]
pub(super) fn BulkDeleteDialog(desk: Desk) -> impl IntoView {
    let (lang, selection) = (desk.app.lang(), desk.selection);
    let count = move || leads_in_words(lang.get(), selection.leads.read().len());
    let close = move || selection.deleting.set(false);
    let delete = move || {
        let leads = selection.leads.get_untracked();
        close();
        desk.app.act(Command::DeleteLeads(leads));
        selection.clear();
    };
    let actions = move || {
        view! {
            <Button label=move || lang.get().cancel() on_press=close />
            <span data-testid="bulk-delete-apply">
                <Button
                    kind=ButtonKind::Danger
                    label=move || lang.get().bulk_delete_apply(&count())
                    on_press=delete
                />
            </span>
        }
    };
    view! {
        <Dialog
            open=Signal::derive(move || selection.deleting.get())
            title=move || lang.get().bulk_delete_title(&count())
            on_close=close
            actions
        >
            <p>{move || lang.get().bulk_delete_words()}</p>
        </Dialog>
    }
}
