namespace FlowEngine.Api.Tests.Harness;

/// <summary>Of what only Linux has.</summary>
public sealed class LinuxFactAttribute : FactAttribute
{
    public LinuxFactAttribute()
    {
        if (!OperatingSystem.IsLinux())
        {
            Skip = "There is no Linux.";
        }
    }
}
