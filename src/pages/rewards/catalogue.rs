//! The catalogue: what points are redeemed for.

use leptos::prelude::*;

use super::Desk;
use crate::domain::id::RewardItemId;
use crate::domain::reward::{RewardDeed, RewardItem, RewardKind};
use crate::domain::workspace::Table;
use crate::pages::common::{PriceField, Refused};
use crate::present::price::PriceDraft;
use crate::present::rewards::{ItemLine, usual_rewards};
use crate::runtime::refusal::Refusal;
use crate::ui::{
    Badge, Button, Choice, EmptyPicture, EmptyState, Form, FormActions, Icon, IconButton,
    SelectField, TextField, Tone,
};

/// An item as it is filled in.
#[derive(Clone, Default, PartialEq)]
struct Draft {
    id: RewardItemId,
    item: RewardItem,
    points: String,
    stock: String,
    worth: PriceDraft,
}

#[component]
pub(super) fn Catalogue(desk: Desk) -> impl IntoView {
    let Desk { app, lang, view, .. } = desk;
    let form = Form::<Draft, Refusal>::closed();
    let open = move |id: RewardItemId| {
        let home = app.view(&[Table::Settings], |it| it.settings().currency());
        let item = app.peek(|it| it.reward_items.get(id).cloned()).unwrap_or_default();
        let number = |it: i64| if it == 0 { String::new() } else { it.to_string() };
        form.show(Draft {
            id,
            points: number(item.points),
            stock: item.stock.map(|it| it.to_string()).unwrap_or_default(),
            worth: PriceDraft::of(item.worth, home),
            item,
        });
    };
    let row = move |line: ItemLine| {
        let id = line.id;
        view! { <Item desk line on_edit=move |()| open(id) /> }
    };
    let start = move || {
        let home = app.peek(|it| it.settings().currency());
        let items = usual_rewards(lang.get_untracked(), home);
        let items = items.into_iter().map(|it| (app.draw_id().into(), it)).collect();
        desk.act(RewardDeed::Start(items));
    };
    let empty = move || {
        let sentence = move || lang.get().catalogue_empty();
        view! {
            <EmptyState picture=EmptyPicture::List sentence>
                <Button
                    label=move || lang.get().catalogue_start()
                    on_press=start
                    attr:data-testid="catalogue-start"
                />
            </EmptyState>
        }
    };
    view! {
        <section class="section" data-testid="rewards-catalogue">
            <div class="section__head">
                <h2 class="section__title">{move || lang.get().catalogue_title()}</h2>
                <Button
                    icon=Icon::Plus
                    label=move || lang.get().catalogue_add()
                    on_press=move || open(app.draw_id().into())
                    attr:data-testid="item-add"
                />
            </div>
            <Show when=move || form.is_open().get()>
                <ItemForm desk form />
            </Show>
            <Show when=move || !view.read().items.is_empty() fallback=empty>
                <ul class="list">
                    {move || view.read().items.clone().into_iter().map(row).collect_view()}
                </ul>
            </Show>
        </section>
    }
}

#[component]
fn Item(desk: Desk, line: ItemLine, #[prop(into)] on_edit: Callback<()>) -> impl IntoView {
    let Desk { app, lang, .. } = desk;
    let ItemLine { id, name, note, points, retired } = line;
    let named = StoredValue::new(name.clone());
    let again = move |()| {
        let known = app.peek(|it| it.reward_items.get(id).cloned());
        let item = RewardItem { retired: false, ..known.unwrap_or_default() };
        desk.act(RewardDeed::SaveItem(id, Box::new(item)));
    };
    let way = match retired {
        true => view! {
            <Badge label=move || lang.get().catalogue_retired() tone=Tone::Plain icon=Icon::Pause />
            <IconButton
                icon=Icon::Play
                label=move || lang.get().catalogue_again(&named.read_value())
                on_press=again
                attr:data-testid="item-again"
            />
        }
        .into_any(),
        false => view! {
            <IconButton
                icon=Icon::Trash
                label=move || lang.get().catalogue_remove(&named.read_value())
                on_press=move |()| desk.act(RewardDeed::RemoveItem(id))
                attr:data-testid="item-remove"
            />
        }
        .into_any(),
    };
    view! {
        <li class="list__row" data-testid="item">
            <span class="list__main">
                <span class="list__name">{name}</span>
                <span class="list__note">{note}</span>
            </span>
            <span class="list__figure">{points}</span>
            <IconButton
                icon=Icon::Edit
                label=move || lang.get().catalogue_edit(&named.read_value())
                on_press=move |()| on_edit.run(())
                attr:data-testid="item-edit"
            />
            {way}
        </li>
    }
}

#[component]
fn ItemForm(desk: Desk, form: Form<Draft, Refusal>) -> impl IntoView {
    let lang = desk.lang;
    let draft = form.draft;
    let wrong = RwSignal::new(false);
    let kinds = move || {
        let choice = |it: RewardKind| Choice::new(it.as_str(), lang.get().reward_kind(it));
        RewardKind::ALL.iter().copied().map(choice).collect::<Vec<_>>()
    };
    let save = move || {
        let draft = draft.get_untracked();
        let Some(worth) = draft.worth.read() else { return };
        let stock = match draft.stock.trim() {
            "" => Some(None),
            text => text.parse().ok().map(Some),
        };
        wrong.set(stock.is_none());
        let Some(stock) = stock else { return };
        let points = draft.points.trim().replace([',', '，'], "").parse().unwrap_or(0);
        let item = RewardItem { points, stock, worth, ..draft.item };
        form.settle(desk.act_here(RewardDeed::SaveItem(draft.id, Box::new(item))));
    };
    let not_a_number = move || wrong.get().then(|| lang.get().reward_number_wrong().to_owned());
    let (name, set_name) = form.text(|it| &mut it.item.name);
    let (points, set_points) = form.text(|it| &mut it.points);
    let (stock, set_stock) = form.text(|it| &mut it.stock);
    let (_, set_worth) = form.text(|it| &mut it.worth.text);
    view! {
        <div class="form thanks__form" data-testid="item-form">
            <div class="form__row">
                <TextField
                    label=move || lang.get().catalogue_name()
                    value=name
                    on_input=set_name
                    attr:data-testid="item-name"
                />
                <SelectField
                    label=move || lang.get().catalogue_kind()
                    choices=Signal::derive(kinds)
                    value=Signal::derive(move || {
                        draft.read().item.kind.unwrap_or_default().as_str().to_owned()
                    })
                    on_change=move |it: String| draft.update(|draft| draft.item.kind = it.parse().ok())
                    attr:data-testid="item-kind"
                />
            </div>
            <div class="form__row">
                <TextField
                    label=move || lang.get().catalogue_points()
                    value=points
                    on_input=set_points
                    attr:data-testid="item-points"
                />
                <TextField
                    label=move || lang.get().catalogue_stock()
                    value=stock
                    on_input=set_stock
                    error=Signal::derive(not_a_number)
                    attr:data-testid="item-stock"
                />
            </div>
            <PriceField
                label=move || lang.get().catalogue_worth()
                draft=Signal::derive(move || draft.read().worth.clone())
                on_input=set_worth
                on_enter=save
            />
            <Refused refusal=form.refusal() />
            <div class="actions">
                <FormActions
                    name="item-save"
                    label=Signal::derive(move || lang.get().catalogue_save().to_owned())
                    on_cancel=move || form.close()
                    on_save=save
                />
            </div>
        </div>
    }
}
