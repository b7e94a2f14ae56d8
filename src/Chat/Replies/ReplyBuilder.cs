using System.Text.Json;
using FlowEngine.Conversations;
using FlowEngine.Text.Contacts;
using FlowEngine.Text.Personal;

namespace FlowEngine.Chat.Replies;

/// <summary>What the client sees of an outcome.</summary>
public static class ReplyBuilder
{
    public static ChatReply Build(TurnInput turn, TurnOutcome outcome, string engine, double durationMs) => new()
    {
        ConversationId = turn.ConversationId,
        SessionId = turn.SessionId,
        TurnId = turn.TurnId,
        Engine = engine,
        Flow = outcome.Flow is { } flow ? new(flow.Name, flow.Version) : null,
        Status = EnumNames.For(outcome.Status),
        Messages = [.. outcome.Messages.Select((message, index) => Message(message) with { Index = index })],
        Usage = new(outcome.Usage.Model, outcome.Usage.InputTokens, outcome.Usage.OutputTokens, outcome.Usage.Cut),
        DurationMs = Math.Round(durationMs, 3),
        Failure = outcome.Failure is { } failure ? new(failure.Code) : null,
    };

    public static ReplyTrace Trace(TurnOutcome outcome) => new([.. outcome.Trace.Select(step => new ReplyStep(
        step.Node.NodeId,
        step.Node.Type,
        step.PortName,
        Math.Round(step.DurationTicks / 10_000d, 4),
        step.Sets.IsDefaultOrEmpty ? [] : [.. step.Sets.Select(set => set.Name)],
        step.Fault?.Code,
        step.Node.Flow,
        step.Model?.Cut,
        step.Model?.Thinking is { } thinking ? PersonalText.Clean(thinking, PersonalValues.Of(outcome.State)) : null))]);

    public static ReplyMessage Message(Message message)
    {
        var payload = Payload(message);
        return new ReplyMessage
        {
            Id = message.Id,
            Role = EnumNames.For(message.Role),
            Kind = EnumNames.For(message.Kind),
            Content = message.Content,
            ImageUrl = payload?.ImageUrl,
            Cards = payload?.Cards,
            QuickReplies = payload?.QuickReplies,
            Links = payload?.Links,
            Products = payload?.Products,
        };
    }

    /// <summary>The parts beside the text, as they are stored; null for a message that is text only.</summary>
    public static string? PayloadJson(Message message) =>
        Payload(message) is { } payload ? JsonSerializer.Serialize(payload, ReplyJson.Context.MessagePayload) : null;

    private static MessagePayload? Payload(Message written)
    {
        var message = MessageAddresses.Checked(written);
        if (message is { ImageUrl: null, Cards.Count: 0, QuickReplies.Count: 0, Links.Count: 0, Products.Count: 0 })
        {
            return null;
        }

        return new MessagePayload(
            message.ImageUrl,
            message.Cards.Count == 0 ? null : [.. message.Cards.Select(card => new ReplyCard(card.Title, card.Text, card.ImageUrl, card.Url))],
            message.QuickReplies.Count == 0 ? null : message.QuickReplies,
            message.Links.Count == 0 ? null : [.. message.Links.Select(link => new ReplyLink(link.Text, link.Url))],
            message.Products.Count == 0 ? null : [.. message.Products.Select(Product)]);
    }

    private static ReplyProduct Product(Product product) => new(
        product.Sku, product.Name, product.CategorySlug, product.Price, product.Currency, product.Stock, product.Url, product.ImageUrl);
}
