using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace ReviewPortal.Web.Tests.Pages;

/// <summary>bUnit was built against a newer AngleSharp.Diffing than the pinned one; for what it uses of it here, that one serves.</summary>
internal static class OlderDiffing
{
#pragma warning disable CA2255 // A test project is a program; this must be in place before the first page is rendered.
    [ModuleInitializer]
    internal static void Use() => AssemblyLoadContext.Default.Resolving += (context, name) =>
        name.Name is "AngleSharp.Diffing" ? context.LoadFromAssemblyPath(Path.Combine(AppContext.BaseDirectory, "AngleSharp.Diffing.dll")) : null;
#pragma warning restore CA2255
}
