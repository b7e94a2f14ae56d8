namespace FlowEngine.Integrations.Http;

/// <summary>Carries the guard's refusal through the HTTP handler, which knows exceptions only.</summary>
internal sealed class AddressRefusedException : Exception
{
    /// <summary>The handler wraps what its connector throws.</summary>
    public static bool IsIn(Exception? fault)
    {
        while (fault is not null and not AddressRefusedException)
        {
            fault = fault.InnerException;
        }

        return fault is not null;
    }
}
