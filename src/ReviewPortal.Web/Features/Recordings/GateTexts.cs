namespace ReviewPortal.Web.Features.Recordings;

/// <summary>The words of suppliers, quarantine and reports of deliveries; the texts stand in the resource files beside this one.</summary>
public sealed class GateTexts;
