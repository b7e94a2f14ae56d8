using FlowEngine.Chat.Health;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Primitives;

namespace FlowEngine.Hosting.ServiceSettings;

/// <summary>Looks at the settings files while the service runs.</summary>
public sealed class SettingsWatch(SettingsFiles files, SettingsWarnings warnings, ILogger<SettingsWatch> logger) : IHostedService, IDisposable
{
    private readonly CancellationTokenSource _stopped = new();
    private readonly List<IDisposable> _watches = [];

    public Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var file in files.All.Where(file => file.Folder is not null))
        {
            _watches.Add(ChangeToken.OnChange(() => file.Folder!.Watch(file.Name), () => _ = LookAsync(file.Pause)));
        }

        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        _watches.ForEach(watch => watch.Dispose());
        _watches.Clear();
        await _stopped.CancelAsync();
    }

    public void Dispose()
    {
        _watches.ForEach(watch => watch.Dispose());
        _stopped.Dispose();
    }

    /// <summary>An editor may write a file in several steps: a fault counts when it is there a while later too.</summary>
    private async Task LookAsync(TimeSpan pause)
    {
        try
        {
            await Task.Delay(pause, TimeProvider.System, _stopped.Token);
            var unused = files.Consider();
            if (unused.Count > 0)
            {
                await Task.Delay(2 * pause, TimeProvider.System, _stopped.Token);
                unused = files.Consider();
            }

            Tell(unused);
        }
        catch (OperationCanceledException) when (_stopped.IsCancellationRequested)
        {
            // The service stops.
        }
        catch (Exception fault)
        {
            Log.SettingsNotRead(logger, fault);
        }
    }

    private void Tell(IReadOnlyList<(SettingsFile File, IReadOnlyList<SettingFault> Faults)> unused)
    {
        foreach (var file in files.All)
        {
            if (unused.FirstOrDefault(pair => pair.File == file) is (not null, var faults))
            {
                warnings.Set(file.Name, faults.Select(fault => fault.ToString()));
            }
            else
            {
                warnings.Clear(file.Name);
            }
        }
    }
}
