import "descent-widget";
