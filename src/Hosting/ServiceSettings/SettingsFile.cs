using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.Json;
using Microsoft.Extensions.FileProviders;

namespace FlowEngine.Hosting.ServiceSettings;

/// <summary>A JSON file of settings that keeps what it held until another content was found right.</summary>
public sealed class SettingsFile(JsonConfigurationSource source) : ConfigurationProvider
{
    private bool _isLoaded;

    public string Name => source.Path ?? "";

    public IFileProvider? Folder => source.FileProvider;

    /// <summary>How long an editor may take to write the file.</summary>
    public TimeSpan Pause => TimeSpan.FromMilliseconds(source.ReloadDelay);

    private bool Exists => Folder?.GetFileInfo(Name).Exists == true;

    private bool Existed { get; set; }

    /// <summary>Reads the file at the start. Later contents come by <see cref="Take"/> alone.</summary>
    public override void Load()
    {
        if (!_isLoaded)
        {
            Data = Read();
            (_isLoaded, Existed) = (true, Exists);
        }
    }

    /// <summary>What the file holds now, or why that cannot be known.</summary>
    public (IDictionary<string, string?>? Data, string? Fault) TryRead()
    {
        try
        {
            return Existed && !Exists
                ? (null, "is gone: put it back, or restart the service to go on without it.")
                : (Read(), null);
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            return (null, $"cannot be read: {Reason(fault)}");
        }
    }

    public bool Holds(IDictionary<string, string?> data) =>
        data.Count == Data.Count && data.All(setting => Data.TryGetValue(setting.Key, out var value) && value == setting.Value);

    public void Copy(IDictionary<string, string?> settings)
    {
        foreach (var (key, value) in Data)
        {
            settings[key] = value;
        }
    }

    /// <summary>Others are told by <see cref="Tell"/>, when all files have their new content.</summary>
    public void Take(IDictionary<string, string?> data) => (Data, Existed) = (data, Exists);

    public void Tell() => OnReload();

    private IDictionary<string, string?> Read()
    {
        using var reader = new Reader(source);
        return reader.Read();
    }

    /// <summary>Without the text at the place of the fault, which may be part of a secret, and without the folder, as anybody may read <c>ready</c>.</summary>
    private static string Reason(Exception fault) => Innermost(fault) switch
    {
        System.Text.Json.JsonException { LineNumber: { } line } => $"it is not valid JSON at line {line + 1}. Fix the syntax there.",
        FormatException duplicate => duplicate.Message,
        UnauthorizedAccessException => "the service has no permission to read it.",
        var other => $"it could not be opened ({other.GetType().Name}).",
    };

    private static Exception Innermost(Exception fault) => fault.InnerException is { } inner ? Innermost(inner) : fault;

    private sealed class Reader(JsonConfigurationSource source) : JsonConfigurationProvider(source)
    {
        public IDictionary<string, string?> Read()
        {
            Load();
            return Data;
        }
    }
}
