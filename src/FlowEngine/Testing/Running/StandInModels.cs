using System.Runtime.CompilerServices;
using FlowEngine.Conversations;
using FlowEngine.Testing.Scripts;
using FlowEngine.Text;
using Microsoft.Extensions.AI;

namespace FlowEngine.Testing.Running;

/// <summary>The models of the world, which a script's answers come before.</summary>
internal sealed class StandInModels(IModelDirectory inner, IReadOnlyList<ModelStandIn> standIns) : IModelDirectory
{
    private readonly IReadOnlyList<(ModelStandIn Entry, UseCount Uses)> _entries = [.. standIns.Select(entry => (entry, new UseCount(entry.Times)))];

    public async ValueTask<IReadOnlyList<ConfiguredModel>> ChainAsync(
        TenantKey tenant, string? configuration, CancellationToken cancellationToken) =>
        [.. (await inner.ChainAsync(tenant, configuration, cancellationToken)).Select(model => model with { Client = new Client(model.Client, this) })];

    private ModelStandIn? Find(string message)
    {
        foreach (var (entry, uses) in _entries)
        {
            if ((entry.Contains is null || message.Contains(entry.Contains, StringComparison.OrdinalIgnoreCase))
                && (entry.Matches is null || SafePattern.IsMatch(entry.Matches, message))
                && uses.TryUse())
            {
                return entry;
            }
        }

        return null;
    }

    private sealed class Client(IChatClient inner, StandInModels models) : IChatClient
    {
        public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
            IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            var given = messages.ToList();
            var standIn = models.Find(given.LastOrDefault(message => message.Role == ChatRole.User)?.Text ?? "");
            if (standIn?.Fails is { } code)
            {
                throw new ModelCallException(code, "a stand-in of the test");
            }

            if (standIn?.Answer is { } answer)
            {
                yield return new(ChatRole.Assistant, answer);
                yield break;
            }

            await foreach (var update in inner.GetStreamingResponseAsync(given, options, cancellationToken))
            {
                yield return update;
            }
        }

        public Task<ChatResponse> GetResponseAsync(
            IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
            GetStreamingResponseAsync(messages, options, cancellationToken).ToChatResponseAsync(cancellationToken);

        public object? GetService(Type serviceType, object? serviceKey = null) => inner.GetService(serviceType, serviceKey);

        public void Dispose()
        {
        }
    }
}
