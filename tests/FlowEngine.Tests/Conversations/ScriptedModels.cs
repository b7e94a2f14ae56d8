using System.Runtime.CompilerServices;
using FlowEngine.Conversations;
using Microsoft.Extensions.AI;

namespace FlowEngine.Tests.Conversations;

/// <summary>Models of one tenant, in the order of their scripts; each says what its script yields, whatever it is sent.</summary>
internal sealed class ScriptedModels(params Func<CancellationToken, IAsyncEnumerable<ChatResponseUpdate>>[] scripts) : IModelDirectory
{
    public List<IReadOnlyList<ChatMessage>> Sent { get; } = [];

    public List<ChatOptions> Options { get; } = [];

    public static Func<CancellationToken, IAsyncEnumerable<ChatResponseUpdate>> Says(params AIContent[] parts) => _ => Yield(parts);

    public static Func<CancellationToken, IAsyncEnumerable<ChatResponseUpdate>> Fails() => _ => throw new HttpRequestException("SECRET of the service");

    public static AIContent Used(int input, int output) => new UsageContent(new() { InputTokenCount = input, OutputTokenCount = output });

    public ValueTask<IReadOnlyList<ConfiguredModel>> ChainAsync(TenantKey tenant, string? configuration, CancellationToken cancellationToken) =>
        new([.. scripts.Select((script, i) => new ConfiguredModel(
            $"c{i}", "scripted", $"scripted-{i}", new Model(this, script), new(1_000_000, 2_000_000, "EUR", "v1")))]);

    private static async IAsyncEnumerable<ChatResponseUpdate> Yield(AIContent[] parts)
    {
        await Task.CompletedTask;
        foreach (var part in parts)
        {
            yield return new(ChatRole.Assistant, [part]);
        }
    }

    private sealed class Model(ScriptedModels owner, Func<CancellationToken, IAsyncEnumerable<ChatResponseUpdate>> script) : IChatClient
    {
        public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
            IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            owner.Sent.Add([.. messages]);
            owner.Options.Add(options!);
            await foreach (var update in script(cancellationToken).WithCancellation(cancellationToken))
            {
                yield return update;
            }
        }

        public Task<ChatResponse> GetResponseAsync(
            IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
            throw new NotSupportedException();

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose()
        {
            // Nothing is held.
        }
    }
}
