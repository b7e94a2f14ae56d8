using Microsoft.Extensions.Options;

namespace FlowEngine.Hosting.ServiceSettings;

/// <summary>A part of the service's settings as settings of their own.</summary>
internal sealed class OptionsPart<TWhole, TPart>(IOptionsMonitor<TWhole> whole, Func<TWhole, TPart> part) : IOptionsMonitor<TPart>
{
    public TPart CurrentValue => part(whole.CurrentValue);

    public TPart Get(string? name) => part(whole.Get(name));

    public IDisposable? OnChange(Action<TPart, string?> listener) => whole.OnChange((options, name) => listener(part(options), name));
}
