namespace ReviewPortal.Web.Ui;

internal static class Storing
{
    /// <summary>Leaves no copy in the browser: whoever sits down at the machine next cannot take it from there.</summary>
    public static RouteHandlerBuilder NeverStored(this RouteHandlerBuilder endpoint) => endpoint.AddEndpointFilter(static (context, next) =>
    {
        context.HttpContext.Response.Headers.CacheControl = "no-store";
        return next(context);
    });
}
