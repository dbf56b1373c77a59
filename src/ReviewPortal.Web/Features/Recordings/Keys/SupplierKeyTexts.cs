namespace ReviewPortal.Web.Features.Recordings.Keys;

/// <summary>The words of the page of keys; the texts stand in the resource files beside this one.</summary>
public sealed class SupplierKeyTexts;
