namespace FlowEngine.Api.Tests.Harness;

/// <summary>As <see cref="LinuxFactAttribute"/>, for each row of data.</summary>
public sealed class LinuxTheoryAttribute : TheoryAttribute
{
    public LinuxTheoryAttribute()
    {
        if (!OperatingSystem.IsLinux())
        {
            Skip = "There is no Linux.";
        }
    }
}
