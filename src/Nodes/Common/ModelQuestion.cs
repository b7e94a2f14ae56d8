using FlowEngine.Conversations;
using FlowEngine.NodeTypes;

namespace FlowEngine.Nodes.Common;

/// <summary>A short question to the model that a node can do without: it is not streamed, costs few tokens and waits little.</summary>
internal static class ModelQuestion
{
    private const int MaxTokens = 64;

    /// <summary>The user waits for it, and then for what follows.</summary>
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(5);

    /// <param name="instruction">All that the model is told beside <paramref name="text"/>.</param>
    /// <param name="configuration">Name of an AI configuration; null: the tenant's default one.</param>
    public static async ValueTask<ModelReply> AskAsync(
        NodeContext context, string instruction, string text, string? configuration, CancellationToken cancellationToken)
    {
        var asked = new ModelContext { Language = context.Language, UserMessage = text, SystemPrompt = instruction };
        var request = new ModelRequest(context.Tenant, asked, "", configuration, Temperature: 0, MaxTokens, Stream: false);
        var reply = await context.Ports.Models.AnswerWithinAsync(request, s_limit, context.Time, cancellationToken);
        return reply is { Text: not null, Usage.Cut: { } cut }
            ? reply with { Text = null, FailureCode = FailureCodes.ModelFailed, Cause = $"the answer is not whole ({cut})" }
            : reply;
    }
}
