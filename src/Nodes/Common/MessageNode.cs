using System.ComponentModel;
using FlowEngine.Conversations;
using FlowEngine.NodeTypes;
using FlowEngine.Text;

namespace FlowEngine.Nodes.Common;

public enum SaidKind
{
    Text,
    Image,
    Cards,
}

public sealed record MessageEntityTypeConfiguration : IValidatedConfiguration, ISayingConfiguration
{
    [Description("What is said; with an image or cards it may be absent.")]
    public LocalizedTemplate? Content { get; init; }

    public SaidKind Kind { get; init; }

    [Link]
    public LocalizedTemplate? ImageUrl { get; init; }

    public IReadOnlyList<LocalizedTemplate> QuickReplies { get; init; } = [];

    public IReadOnlyList<CardConfiguration> Cards { get; init; } = [];

    public IReadOnlyList<LinkConfiguration> Links { get; init; } = [];

    Saying ISayingConfiguration.Says => Texts.Saying([Content, ImageUrl, .. Cards.Select(card => card.Title)]);

    public IEnumerable<ConfigurationFault> Validate()
    {
        if (Kind == SaidKind.Text && Content is null)
        {
            yield return new("/content", "The message says nothing.", "Give 'content' a text.");
        }

        if (Kind == SaidKind.Image && ImageUrl is null)
        {
            yield return new("/image_url", "The message is an image, but has none.", "Give 'image_url' the image's address.");
        }

        if (Kind == SaidKind.Cards && Cards.Count == 0)
        {
            yield return new("/cards", "The message shows cards, but has none.", "Add at least one card.");
        }
    }
}

public sealed record CardConfiguration
{
    public required LocalizedTemplate Title { get; init; }

    public LocalizedTemplate? Text { get; init; }

    [Link]
    public LocalizedTemplate? ImageUrl { get; init; }

    [Link]
    public LocalizedTemplate? Url { get; init; }
}

public sealed record LinkConfiguration
{
    public required LocalizedTemplate Text { get; init; }

    [Link]
    public required LocalizedTemplate Url { get; init; }
}

[NodeType("message", NodeCategory.Common, Summary = "Says something: a text, an image or cards, with quick replies and links.")]
[Port("next")]
internal sealed class MessageNode : Node<MessageEntityTypeConfiguration>
{
    protected override ValueTask<NodeResult> RunAsync(
        MessageEntityTypeConfiguration configuration, NodeContext context, CancellationToken cancellationToken)
    {
        var scope = context.Scope;
        var content = Texts.Render(configuration.Content, scope);
        var image = Texts.Render(configuration.ImageUrl, scope);
        var cards = Texts.Render(configuration.Cards, scope, Of);
        if (content is null && image is null && cards.Count == 0)
        {
            return Now(NodeResult.Continue());
        }

        var message = new Message
        {
            Id = context.NewMessageId(),
            Role = MessageRole.Assistant,
            Kind = KindOf(configuration.Kind),
            Content = content ?? "",
            ImageUrl = image,
            QuickReplies = Texts.Render(configuration.QuickReplies, scope),
            Cards = cards,
            Links = Texts.Render(configuration.Links, scope, Of),
        };
        return Now(NodeResult.Continue() with { Messages = [message] });
    }

    private static Card? Of(CardConfiguration card, TextScope scope) =>
        Texts.Render(card.Title, scope) is { } title
            ? new Card(title, Texts.Render(card.Text, scope), Texts.Render(card.ImageUrl, scope), Texts.Render(card.Url, scope))
            : null;

    private static Link? Of(LinkConfiguration link, TextScope scope) =>
        Texts.Render(link.Url, scope) is { } url ? new Link(Texts.Render(link.Text, scope) ?? url, url) : null;

    private static MessageKind KindOf(SaidKind kind) => kind switch
    {
        SaidKind.Image => MessageKind.Image,
        SaidKind.Cards => MessageKind.Cards,
        _ => MessageKind.Text,
    };
}
