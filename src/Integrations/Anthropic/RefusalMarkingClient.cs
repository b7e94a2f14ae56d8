using System.Runtime.CompilerServices;
using FlowEngine.Integrations.Wire;
using Microsoft.Extensions.AI;

namespace FlowEngine.Integrations.Anthropic;

/// <summary>Gives refusals their own name: Anthropic's client calls them filtered content, which its API does not have.</summary>
internal sealed class RefusalMarkingClient(IChatClient client) : DelegatingChatClient(client)
{
    private static readonly ChatFinishReason s_refusal = new(AnswerEnding.Refusal);

    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var update in base.GetStreamingResponseAsync(messages, options, cancellationToken))
        {
            if (update.FinishReason == ChatFinishReason.ContentFilter)
            {
                update.FinishReason = s_refusal;
            }

            yield return update;
        }
    }
}
