using System.Text;
using System.Text.Json;
using FlowEngine.Api.Serving;
using FlowEngine.Api.Trying;
using FlowEngine.Chat.Trying;
using FlowEngine.Conversations;
using Microsoft.Extensions.DependencyInjection;

namespace FlowEngine.Cli;

internal static class FlowTryRun
{
    public static async Task<int> RunAsync(IReadOnlyList<string> settings, FlowTryOptions options, CancellationToken cancellationToken)
    {
        var (file, fault) = await FlowFile.ReadAsync(options.Path, cancellationToken);
        var (state, wrong) = await StateAsync(options.StatePath, cancellationToken);
        var (variables, unknown) = Variables(options.Set);
        if (fault is not null || wrong is not null || unknown is not null)
        {
            return await Guarded.FailAsync((fault ?? wrong ?? unknown)!, ExitCodes.Usage);
        }

        if (options is { Message: null, Node: null } && state!.Context.Walk is null)
        {
            return await Guarded.FailAsync("Nothing waits, so nothing can time out: give --message TEXT.", ExitCodes.Usage);
        }

        var (bench, refusal) = await FlowSandbox.OpenAsync(settings, options.Tenant, cancellationToken);
        if (bench is null)
        {
            return await Guarded.FailAsync(refusal!);
        }

        await using (bench)
        {
            var (flow, findings) = await bench.AddAsync(file!, cancellationToken);
            if (flow is null)
            {
                return await Guarded.FailAsync(findings!);
            }

            var request = new TrialRequest(bench.Tenant, flow, bench.Versions, state!, options.Message, options.Language, variables, options.Node);
            var (view, missing) = await bench.Services.GetRequiredService<FlowTrial>().RunAsync(request, cancellationToken);
            return view is null ? await Guarded.FailAsync(missing!) : await WriteAsync(view, options, cancellationToken);
        }
    }

    private static async Task<int> WriteAsync(TryView view, FlowTryOptions options, CancellationToken cancellationToken)
    {
        if (options.StatePath is { } path && view.State is { } state)
        {
            await File.WriteAllTextAsync(path, JsonSerializer.Serialize(state, TryJson.Context.TryStateView), cancellationToken);
        }

        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        foreach (var line in options.Json ? [JsonSerializer.Serialize(view, TryJson.Context.TryView)] : FlowTryText.Lines(view))
        {
            await Console.Out.WriteLineAsync(line);
        }

        return view.Failure is null ? ExitCodes.Ok : ExitCodes.Failed;
    }

    private static async Task<(TrialState? State, string? Fault)> StateAsync(string? path, CancellationToken cancellationToken)
    {
        if (path is null || !File.Exists(path))
        {
            return (TrialState.New, null);
        }

        try
        {
            using var document = JsonDocument.Parse(await File.ReadAllTextAsync(path, cancellationToken));
            var (state, fault) = TrialStateReader.Read(document.RootElement);
            return (state, fault is null ? null : $"{path}: {fault}");
        }
        catch (JsonException fault)
        {
            return (null, $"{path} is not JSON: {fault.Message}");
        }
    }

    private static (IReadOnlyDictionary<VariablePath, Value> Variables, string? Fault) Variables(string[] set)
    {
        var variables = new Dictionary<VariablePath, Value>();
        foreach (var entry in set)
        {
            var (name, text) = entry.Split('=', 2) is [var left, var right] ? (left, right) : (entry, null);
            if (text is null || TryVariable.Parse(name) is not { } path)
            {
                return (variables, text is null ? $"--set takes NAME=VALUE, not '{entry}'." : TryVariable.Fault(name));
            }

            variables[path] = Read(text);
        }

        return (variables, null);
    }

    /// <summary>JSON where the text is JSON, else the text.</summary>
    private static Value Read(string text)
    {
        try
        {
            return Value.FromJson(JsonElement.Parse(text));
        }
        catch (JsonException)
        {
            return Value.Of(text);
        }
    }
}
