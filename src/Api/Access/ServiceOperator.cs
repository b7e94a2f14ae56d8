using System.Reflection;

namespace FlowEngine.Api.Access;

/// <summary>An operator who named no tenant and so acts on the whole service. Endpoints take it as a parameter.</summary>
/// <param name="Name">In audits.</param>
public sealed record ServiceOperator(string Name) : IBindableFromHttpContext<ServiceOperator>
{
    public static ValueTask<ServiceOperator?> BindAsync(HttpContext context, ParameterInfo parameter) => new(context.Features.Get<ServiceOperator>());
}
