using System.Text.Json;
using FlowEngine.Api.Access;
using FlowEngine.Api.Http;
using FlowEngine.Api.Problems;
using FlowEngine.Chat.Replies;
using FlowEngine.Storage.History;
using FlowEngine.Text.Contacts;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FlowEngine.Api.Chat;

/// <summary>Conversations and messages: of this session, or of the key's tenant.</summary>
public static class HistoryEndpoints
{
    private const int PageSize = 50;

    public static void MapHistory(this RouteGroupBuilder chat)
    {
        chat.MapGet("/chat/conversations", ListAsync)
            .WithName("listConversations")
            .WithSummary("Conversations, newest first.");
        chat.MapGet("/chat/conversations/{id}", GetAsync)
            .WithName("getConversation")
            .WithSummary("One conversation.")
            .Problems(404);
        chat.MapGet("/chat/messages", MessagesAsync)
            .WithName("listMessages")
            .WithSummary("Messages of a conversation, oldest first.")
            .Problems(404);
    }

    private static async Task<Results<Ok<Page<ConversationView>>, ApiProblem>> ListAsync(
        Caller caller, ConversationStore store, string? sessionId, string? next, CancellationToken cancellationToken)
    {
        var (before, fault) = Cursor.Read(next);
        if (fault is not null)
        {
            return ApiProblems.InvalidRequest([fault]);
        }

        var rows = await store.ListAsync(caller.Tenant.Profile.Key, caller.SessionId ?? sessionId, before, PageSize + 1, cancellationToken);
        return TypedResults.Ok(Cursor.Page(rows, PageSize, View, row => row.RowId));
    }

    private static async Task<Results<Ok<ConversationView>, ApiProblem>> GetAsync(
        Caller caller, ConversationStore store, string id, CancellationToken cancellationToken) =>
        await FindAsync(caller, store, id, cancellationToken) is { } row ? TypedResults.Ok(View(row)) : ApiProblems.ConversationNotFound();

    private static async Task<Results<Ok<Page<ReplyMessage>>, ApiProblem>> MessagesAsync(
        Caller caller, ConversationStore store, string conversationId, string? next, CancellationToken cancellationToken)
    {
        var (after, fault) = Cursor.Read(next);
        if (fault is not null)
        {
            return ApiProblems.InvalidRequest([fault]);
        }

        if (await FindAsync(caller, store, conversationId, cancellationToken) is not { } conversation)
        {
            return ApiProblems.ConversationNotFound();
        }

        var rows = await store.MessagesAsync(caller.Tenant.Profile.Key, conversation.RowId, after, PageSize + 1, cancellationToken);
        return TypedResults.Ok(Cursor.Page(rows, PageSize, Message, row => row.RowId));
    }

    private static async Task<ConversationSummary?> FindAsync(
        Caller caller, ConversationStore store, string id, CancellationToken cancellationToken)
    {
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
}
