using System.Globalization;
using System.Text.Json;
using FlowEngine.Api.Access;
using FlowEngine.Api.Problems;
using FlowEngine.Chat.Replies;
using FlowEngine.Storage.History;
using FlowEngine.Text.Contacts;

namespace FlowEngine.Api.Chat;

/// <summary>Conversations and messages: of this session, or of the key's tenant.</summary>
public static class HistoryEndpoints
{
    private const int PageSize = 50;

    public static void MapHistory(this RouteGroupBuilder chat)
    {
        chat.MapGet("/chat/conversations", ListAsync)
            .WithSummary("Conversations, newest first.")
            .Produces<Page<ConversationView>>();
        chat.MapGet("/chat/conversations/{id}", GetAsync)
            .WithSummary("One conversation.")
            .Produces<ConversationView>()
            .ProducesProblem(StatusCodes.Status404NotFound);
        chat.MapGet("/chat/messages", MessagesAsync)
            .WithSummary("Messages of a conversation, oldest first.")
            .Produces<Page<ReplyMessage>>()
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> ListAsync(
        HttpContext http, ConversationStore store, string? sessionId, string? next, CancellationToken cancellationToken)
    {
        if (!TryCursor(next, out var before))
        {
            return BadCursor();
        }

        var caller = http.Caller();
        var rows = await store.ListAsync(
            caller.Tenant.Profile.Key, caller.SessionId ?? sessionId, before, PageSize + 1, cancellationToken);
        return Results.Json(new Page<ConversationView>([.. rows.Take(PageSize).Select(View)], Next(rows, row => row.RowId)), HistoryJson.Context.PageConversationView);
    }

    private static async Task<IResult> GetAsync(HttpContext http, ConversationStore store, string id, CancellationToken cancellationToken) =>
        await FindAsync(http, store, id, cancellationToken) is { } row
            ? Results.Json(View(row), HistoryJson.Context.ConversationView)
            : ApiProblems.ConversationNotFound().ToResult();

    private static async Task<IResult> MessagesAsync(
        HttpContext http, ConversationStore store, string? conversationId, string? next, CancellationToken cancellationToken)
    {
        if (!TryCursor(next, out var after))
        {
            return BadCursor();
        }

        if (string.IsNullOrEmpty(conversationId))
        {
            return ApiProblems.InvalidRequest([new("conversationId", "missing", "'conversationId' is missing.")]).ToResult();
        }

        if (await FindAsync(http, store, conversationId, cancellationToken) is not { } conversation)
        {
            return ApiProblems.ConversationNotFound().ToResult();
        }

        var rows = await store.MessagesAsync(
            http.Caller().Tenant.Profile.Key, conversation.RowId, after, PageSize + 1, cancellationToken);
        return Results.Json(new Page<ReplyMessage>([.. rows.Take(PageSize).Select(Message)], Next(rows, row => row.RowId)), HistoryJson.Context.PageReplyMessage);
    }

    private static async Task<ConversationSummary?> FindAsync(
        HttpContext http, ConversationStore store, string id, CancellationToken cancellationToken)
    {
        var caller = http.Caller();
        if (!Guid.TryParseExact(id, "D", out var publicId))
        {
            return null;
        }

        var row = await store.FindAsync(caller.Tenant.Profile.Key, publicId, cancellationToken);
        return row is not null && (caller.SessionId is null || caller.SessionId == row.SessionId) ? row : null;
    }

    private static ConversationView View(ConversationSummary row) => new(
        row.PublicId, row.SessionId, row.UserId, row.Title, row.Language, row.Status, row.CreatedAt, row.UpdatedAt);

    private static ReplyMessage Message(StoredMessageRow row)
    {
        var payload = row.Payload is null ? null : JsonSerializer.Deserialize(row.Payload, ReplyJson.Context.MessagePayload);
        return new ReplyMessage
        {
            Id = row.Id,
            Role = row.Role,
            Kind = row.Kind,
            Content = row.Content,
            ImageUrl = MessageAddresses.Image(payload?.ImageUrl),
            Cards = payload?.Cards?.Select(card => card with { ImageUrl = MessageAddresses.Image(card.ImageUrl), Url = MessageAddresses.Link(card.Url) }).ToList(),
            QuickReplies = payload?.QuickReplies,
            Links = payload?.Links?.Where(link => MessageAddresses.Link(link.Url) is not null).ToList(),
            Products = payload?.Products?.Select(product => product with { ImageUrl = MessageAddresses.Image(product.ImageUrl), Url = MessageAddresses.Link(product.Url) }).ToList(),
            CreatedAt = row.CreatedAt,
            Engine = row.Engine,
        };
    }

    private static string? Next<T>(IReadOnlyList<T> rows, Func<T, long> id) =>
        rows.Count > PageSize ? id(rows[PageSize - 1]).ToString(CultureInfo.InvariantCulture) : null;

    private static bool TryCursor(string? text, out long? cursor)
    {
        cursor = null;
        if (string.IsNullOrEmpty(text))
        {
            return true;
        }

        var read = long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value);
        cursor = value;
        return read;
    }

    private static IResult BadCursor() => ApiProblems.InvalidRequest(
        [new("next", "invalid", "'next' must be what the page before gave, or be left out.")]).ToResult();
}
