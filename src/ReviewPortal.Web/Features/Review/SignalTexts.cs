namespace ReviewPortal.Web.Features.Review;

/// <summary>The words of signals as questions; the texts stand in the resource files beside this one.</summary>
public sealed class SignalTexts;
